import { describe, expect, it } from 'vitest'
import { MAX_BYTES } from '../intake/detect-format.ts'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { words } from '../wording/words.ts'
import { openArticleFile, type OpeningFile } from './open-article-file.ts'

const OPENING: OpeningFile = { signal: new AbortController().signal, onProgress: () => undefined }

describe('openArticleFile', () => {
  it('L6 reads a text file', async () => {
    const outcome = await openArticleFile(new File(['Harbour'], 'a.txt'), OPENING)
    expect(outcome).toMatchObject({ ok: true, value: { format: 'text', about: { title: 'Harbour' } } })
  })

  it('L6 refuses an annotation set', async () => {
    const outcome = await openArticleFile(new File(['{}'], 'set.JSON'), OPENING)
    expect(outcome).toEqual({ ok: false, problem: words.library.notAnArticle['annotation-set'] })
  })

  it('L6 refuses a file that is not UTF-8', async () => {
    const outcome = await openArticleFile(new File([new Uint8Array([0x63, 0x61, 0x66, 0xe9])], 'a.txt'), OPENING)
    expect(outcome).toMatchObject({ ok: false, problem: expect.stringContaining('UTF-8') as string })
  })

  it('L6 says that an empty file holds no text', async () => {
    const outcome = await openArticleFile(new File([' \n'], 'empty.txt'), OPENING)
    expect(outcome).toMatchObject({ ok: false, problem: expect.stringContaining('no text') as string })
  })

  it('L6 refuses a file that is too large without reading it', async () => {
    const file = fileThatCannotBeRead({ size: MAX_BYTES + 1 })
    expect(await openArticleFile(file, OPENING)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('MB') as string,
    })
  })

  it('L6 says when the browser cannot read the file', async () => {
    expect(await openArticleFile(fileThatCannotBeRead({ size: 1 }), OPENING)).toEqual({
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
