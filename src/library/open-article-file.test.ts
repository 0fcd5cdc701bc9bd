import { describe, expect, it } from 'vitest'
import { MAX_BYTES } from '../intake/detect-format.ts'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { pageWords } from '../wording/page-words.ts'
import { readFile } from '../intake/read-file.ts'
import { articleIn } from './open-article-file.ts'

describe('a file that is to be an article', () => {
  it('L6 reads a text file', async () => {
    const outcome = await opened(new File(['Harbour'], 'a.txt'))
    expect(outcome).toMatchObject({ ok: true, value: { format: 'text', about: { title: 'Harbour' } } })
  })

  it('L6 refuses an annotation set', async () => {
    const outcome = await opened(new File(['{}'], 'set.JSON'))
    expect(outcome).toEqual({ ok: false, problem: pageWords.library.notAnArticle['annotation-set'] })
  })

  it('L6 refuses a file that is not UTF-8', async () => {
    const outcome = await opened(new File([new Uint8Array([0x63, 0x61, 0x66, 0xe9])], 'a.txt'))
    expect(outcome).toMatchObject({ ok: false, problem: expect.stringContaining('UTF-8') as string })
  })

  it('L6 says that an empty file holds no text', async () => {
    const outcome = await opened(new File([' \n'], 'empty.txt'))
    expect(outcome).toMatchObject({ ok: false, problem: expect.stringContaining('no text') as string })
  })

  it('L6 refuses a file that is too large without reading it', async () => {
    const file = fileThatCannotBeRead({ size: MAX_BYTES + 1 })
    expect(await opened(file)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('MB') as string,
    })
  })

  it('L6 says when the browser cannot read the file', async () => {
    expect(await opened(fileThatCannotBeRead({ size: 1 }))).toEqual({
      ok: false,
      problem: describeIntakeProblem({ kind: 'unreadable' }),
    })
  })
})

function fileThatCannotBeRead({ size }: { readonly size: number }): File {
  const file = new File([], 'a.txt')
  Object.defineProperty(file, 'size', { value: size })
  file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  return file
}

async function opened(file: File) {
  return articleIn(await readFile(file, { captured: '2026-11-28T10:00:00.000Z' }))
}
