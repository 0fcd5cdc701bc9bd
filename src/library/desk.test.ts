import { describe, expect, it } from 'vitest'
import type { Writing } from '../article-view/edit/writing.ts'
import { articleText } from '../domain/article-text.ts'
import { fail, succeed } from '../domain/result.ts'
import type { ArticleDraft } from '../intake/article-draft.ts'
import { finishDraft } from '../intake/finish-draft.ts'
import { aContent } from '../testing/builders.ts'
import {
  cleared,
  contentOf,
  emptyDesk,
  idOf,
  isBare,
  putBack,
  turnedTo,
  withCurrent,
  withDraft,
  without,
  withOutcomes,
  withPaste,
  worksOn,
  type Desk,
} from './desk.ts'
import { makeArticle } from './make-article.ts'
import { createUnfinished } from './unfinished.ts'

const NOW = '2026-11-28T12:00:00.000Z'

describe('desk', () => {
  it('I79 puts back what a file took the place of, and the file again', () => {
    const typed = withCurrent(emptyDesk(), { writing: writingOf('Typed') })
    const opened = withDraft(typed, 'a.txt', aDraft('From a file'))
    expect(titles(opened)).toEqual(['From a file'])
    const back = putBack(opened)
    expect(titles(back)).toEqual(['Typed'])
    expect(titles(putBack(back))).toEqual(['From a file'])
  })

  it('I79 puts back what was taken away, and forgets nothing that was typed since', () => {
    const typed = withCurrent(emptyDesk(), { writing: writingOf('Typed') })
    const again = withCurrent(cleared(typed), { writing: writingOf('Again') })
    expect(isBare(cleared(typed))).toBe(true)
    expect(titles(putBack(again))).toEqual(['Typed'])
    expect(titles(putBack(putBack(again)))).toEqual(['Again'])
    expect(putBack(emptyDesk())).toEqual(emptyDesk())
  })

  it('I76 lists files that were opened together, the first article of them in the editor', () => {
    const desk = withOutcomes(emptyDesk(), [
      { file: new File([], 'empty.txt'), outcome: fail({ kind: 'empty' }) },
      { file: new File([], 'a.txt'), outcome: succeed({ kind: 'article', draft: aDraft('A') }) },
      { file: new File([], 'set.json'), outcome: succeed({ kind: 'annotation-set' }) },
      { file: new File([], 'b.txt'), outcome: succeed({ kind: 'article', draft: aDraft('B') }) },
    ])
    expect(desk.entries.map(entry => entry.kind)).toEqual(['refused', 'work', 'elsewhere', 'work'])
    expect(desk.current.source?.fileName).toBe('a.txt')
    expect(new Set(desk.entries.map(idOf)).size).toBe(4)
    expect(titles(desk)).toEqual(['A', 'B'])
  })

  it('I76 adds files to what lies there, keeps what was written in each, and leaves out what a person does not want', () => {
    const typed = withCurrent(emptyDesk(), { writing: writingOf('Typed') })
    const both = withOutcomes(typed, [
      { file: new File([], 'a.txt'), outcome: succeed({ kind: 'article', draft: aDraft('A') }) },
      { file: new File([], 'b.txt'), outcome: succeed({ kind: 'article', draft: aDraft('B') }) },
    ])
    const mended = withCurrent(turnedTo(both, worksOn(both)[2]!.id), { writing: writingOf('B, mended') })
    expect(titles(mended)).toEqual(['Typed', 'A', 'B, mended'])
    expect(titles(withDraft(mended, 'c.txt', aDraft('C')))).toEqual(['Typed', 'A', 'B, mended', 'C'])
    const left = without(mended, new Set([mended.current.id]))
    expect(titles(left)).toEqual(['Typed', 'A'])
    expect(contentOf(left.current)).toEqual(aContent('Typed', []))
    expect(isBare(without(left, new Set(worksOn(left).map(work => work.id))))).toBe(true)
  })

  it('I76 keeps what lies there when none of several files could be read', () => {
    const desk = withOutcomes(emptyDesk(), [
      { file: new File([], 'a'), outcome: fail({ kind: 'empty' }) },
      { file: new File([], 'b'), outcome: fail({ kind: 'binary' }) },
    ])
    expect(desk.entries.map(entry => entry.kind)).toEqual(['work', 'refused', 'refused'])
  })
})

describe('makeArticle', () => {
  it('I74 keeps the words of a file as the original, however they were mended', () => {
    const desk = withCurrent(withDraft(emptyDesk(), 'a.html', aDraft('A', 'html')), { writing: writingOf('A, mended') })
    const made = makeArticle(desk.current, NOW)
    expect(made).toMatchObject({
      ok: true,
      value: { article: { title: 'A, mended', origin: 'file' }, original: { text: 'Menu A', captured: NOW } },
    })
  })

  it('I74 keeps the words of a paste as the original, and has none of what was typed', () => {
    const typed = withCurrent(emptyDesk(), { writing: writingOf('Typed') })
    expect(makeArticle(typed.current, NOW)).toMatchObject({
      ok: true,
      value: { article: { origin: 'pasted', captured: NOW } },
    })
    expect(makeArticle(typed.current, NOW)).not.toHaveProperty('value.original')
    const pasted = withCurrent(withPaste(emptyDesk(), aDraft('A')), { writing: writingOf('A, mended') })
    expect(makeArticle(pasted.current, NOW)).toMatchObject({
      value: { article: { origin: 'pasted' }, original: { text: 'Menu A' } },
    })
  })

  it('I75 takes the details as they were filled in, and what a paste says only where nothing was', () => {
    const filled = withCurrent(emptyDesk(), { details: { ...emptyDesk().current.details, author: 'Ada Reyes' } })
    const draft = aDraft('A', 'html')
    const told = {
      ...draft,
      about: { ...draft.about, author: 'Somebody', publisher: 'The Post', published: '2026-11' },
    }
    const desk = withCurrent(withPaste(filled, told), { writing: writingOf('A') })
    const details = { author: 'Ada Reyes', publisher: 'The Post', published: '2026-11', language: draft.about.language }
    expect(makeArticle(desk.current, NOW)).toMatchObject({ ok: true, value: { article: details } })
  })

  it.each([
    ['sourceUrl', 'here'],
    ['published', 'Monday'],
    ['modified', '19.11.2026'],
  ] as const)('I75 says when %s is none', (field, value) => {
    const desk = withDraft(emptyDesk(), 'a.txt', aDraft('A'))
    const work = { ...desk.current, details: { ...desk.current.details, [field]: value } }
    expect(makeArticle(work, NOW)).toMatchObject({ ok: false, problem: { kind: 'details', wrong: { [field]: true } } })
  })

  it('I75 takes the chosen language, else the one of the file, else the one that the words suggest', () => {
    const file = withDraft(emptyDesk(), 'a.html', {
      ...aDraft('A', 'html'),
      about: { ...aDraft('A').about, language: 'fr' },
    })
    const chosen = withCurrent(file, { details: { ...file.current.details, language: 'de' } })
    const typed = withCurrent(emptyDesk(), { writing: writingOf('الميناء مفتوح') })
    const languages = [chosen, file, typed].map(desk => {
      const made = makeArticle(desk.current, NOW)
      return made.ok && made.value.article.language
    })
    expect(languages).toEqual(['de', 'fr', 'ar'])
  })

  it('I73 says why an empty text is no article', () => {
    expect(makeArticle(emptyDesk().current, NOW)).toEqual({
      ok: false,
      problem: { kind: 'text', problem: { kind: 'empty' } },
    })
  })
})

describe('createUnfinished', () => {
  it('I78 lets the browser ask before the window is closed while there is something that is stored nowhere', () => {
    const page = new EventTarget()
    const unfinished = createUnfinished(page as Window)
    const isAsked = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(isAsked()).toBe(false)
    unfinished.setState(desk => withCurrent(desk, { writing: writingOf('Typed') }))
    expect(isAsked()).toBe(true)
    unfinished.setState(desk => without(desk, new Set([desk.current.id])))
    expect(isAsked()).toBe(false)
  })
})

function titles(desk: Desk): readonly string[] {
  return worksOn(desk).map(work => {
    const content = contentOf(work)
    return content ? articleText(content) : ''
  })
}

function writingOf(title: string): Writing {
  return { size: title.length, isBlank: title === '', read: () => aContent(title, []), kept: () => [] }
}

function aDraft(title: string, format: ArticleDraft['format'] = 'text'): ArticleDraft {
  const found = { content: aContent(title, []), about: {}, original: `Menu ${title}`, notes: [] }
  const draft = finishDraft(found, { format, captured: NOW })
  if (!draft.ok) throw new Error(draft.problem.kind)
  return draft.value
}
