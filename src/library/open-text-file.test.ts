import { describe, expect, it } from 'vitest'
import { MAX_FILE_LENGTH } from '../intake/read-text-file.ts'
import { words } from '../wording/words.ts'
import { openTextFile } from './open-text-file.ts'

describe('openTextFile', () => {
  it('L6 reads a text file', async () => {
    expect(await openTextFile(new File(['Harbour'], 'a.txt'))).toEqual({ ok: true, value: 'Harbour' })
  })

  it('L6 refuses an annotation set', async () => {
    const outcome = await openTextFile(new File(['{}'], 'set.JSON'))
    expect(outcome).toEqual({ ok: false, problem: words.library.notATextFile })
  })

  it('L6 refuses a file that is not UTF-8', async () => {
    const outcome = await openTextFile(new File([new Uint8Array([0x63, 0x61, 0x66, 0xe9])], 'a.txt'))
    expect(outcome).toMatchObject({ ok: false, problem: expect.stringContaining('UTF-8') as string })
  })

  it('L6 says that an empty file holds no text', async () => {
    const outcome = await openTextFile(new File([' \n'], 'empty.txt'))
    expect(outcome).toMatchObject({ ok: false, problem: expect.stringContaining('no text') as string })
  })

  it('L6 refuses a file that is too large without reading it', async () => {
    const file = fileThatCannotBeRead({ size: MAX_FILE_LENGTH + 1 })
    expect(await openTextFile(file)).toMatchObject({ ok: false, problem: expect.stringContaining('MB') as string })
  })

  it('L6 says when the browser cannot read the file', async () => {
    expect(await openTextFile(fileThatCannotBeRead({ size: 1 }))).toEqual({
      ok: false,
      problem: words.library.unreadableFile,
    })
  })
})

function fileThatCannotBeRead({ size }: { readonly size: number }): File {
  const file = new File([], 'a.txt')
  Object.defineProperty(file, 'size', { value: size })
  file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  return file
}
