import { Check } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { articleText, textHash } from '../domain/article-text.ts'
import { succeed } from '../domain/result.ts'
import { titleOf } from '../intake/create-article.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { languageName } from '../wording/language-names.ts'
import { pageWords } from '../wording/page-words.ts'
import { countWords } from './count-words.ts'
import { idOf, worksOn, type Desk, type Entry, type Work } from './desk.ts'
import { finishedContent, languageOfWork, makeArticle } from './make-article.ts'

interface OpenedFilesProps {
  readonly desk: Desk
  /** Brings an article into the editor. */
  readonly onTurn: (id: number) => void
  readonly onLeaveOut: (ids: ReadonlySet<number>) => void
  readonly onOther: (file: File) => void
}

/** What was opened together, and what became of each file; adds the articles to the library, all at once. */
export function OpenedFiles({ desk, onTurn, onLeaveOut, onOther }: OpenedFilesProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const addAll = useAddAll(onLeaveOut, setProblem)
  const works = worksOn(desk)
  const { library } = pageWords
  return (
    <section className="opened-files" aria-label={library.files}>
      <h2>{library.files}</h2>
      <ul aria-label={library.files}>
        {desk.entries.map(entry => (
          <li key={idOf(entry)}>
            {entry.kind === 'work' && <ReadFile work={entry.work} isCurrent={entry.work.id === desk.current.id} />}
            {entry.kind === 'refused' && <NotRead name={entry.fileName} sentence={entry.sentence} />}
            {entry.kind === 'elsewhere' && (
              <NotRead name={entry.file.name} sentence={library.notAnArticle[entry.what]} />
            )}
            <div className="opened-files-actions">
              {entry.kind === 'work' && (
                <Button
                  look="outlined"
                  aria-pressed={entry.work.id === desk.current.id}
                  onClick={() => onTurn(entry.work.id)}
                >
                  {library.lookAt}
                </Button>
              )}
              {entry.kind === 'elsewhere' && (
                <Button look="outlined" onClick={() => onOther(entry.file)}>
                  {library.takeElsewhere[entry.what]}
                </Button>
              )}
              <Button
                aria-label={library.leaveOutNamed(nameOf(entry))}
                onClick={() => onLeaveOut(new Set([idOf(entry)]))}
              >
                {library.leaveOut}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p className="new-article-page-problem" role="alert">
          {problem}
        </p>
      )}
      {works.length > 0 && (
        <div>
          <Button look="solid" onClick={() => addAll(desk)}>
            {library.addAll(works.length)}
          </Button>
        </div>
      )}
    </section>
  )
}

function nameOf(entry: Entry): string {
  switch (entry.kind) {
    case 'work':
      return entry.work.source?.fileName ?? pageWords.library.typed
    case 'refused':
      return entry.fileName
    case 'elsewhere':
      return entry.file.name
  }
}

function NotRead({ name, sentence }: { readonly name: string; readonly sentence: string }) {
  return (
    <div className="opened-files-about">
      <p className="opened-files-name">{name}</p>
      <p className="opened-files-refused">{sentence}</p>
    </div>
  )
}

function ReadFile({ work, isCurrent }: { readonly work: Work; readonly isCurrent: boolean }) {
  const about = useDeferredValue(work) // what is typed must not wait for it to be counted
  const read = useMemo(() => factsOf(about), [about])
  const known = useReview(state => (read.ok ? state.shelf[read.value.id]?.name : undefined))
  const name = work.source?.fileName ?? pageWords.library.typed
  if (!read.ok) return <NotRead name={name} sentence={describeIntakeProblem(read.problem)} />
  return (
    <div className="opened-files-about">
      <p className="opened-files-name">
        {isCurrent && <Check size={14} aria-hidden />}
        {name}
      </p>
      <p>
        <bdi>{read.value.title}</bdi>
      </p>
      <p className="opened-files-facts">{read.value.facts.join(' · ')}</p>
      {known !== undefined && <p className="opened-files-facts">{pageWords.library.knownShortly(known)}</p>}
    </div>
  )
}

function factsOf(work: Work) {
  const content = finishedContent(work)
  if (!content.ok) return content
  const text = articleText(content.value)
  const facts = [
    pageWords.library.wordCount(countWords(text)),
    languageName(languageOfWork(work, text)),
    ...(work.source?.notes ?? []).map(note => pageWords.library.note(note)),
  ]
  return succeed({ id: textHash(text), title: titleOf(content.value), facts })
}

/** Adds all that can be added, and keeps what cannot on the desk, with the reason. */
function useAddAll(onAdded: (ids: ReadonlySet<number>) => void, onProblem: (sentence: string | null) => void) {
  const store = useReviewStore()
  const [, navigate] = useLocation()
  return (desk: Desk) => {
    const now = new Date().toISOString()
    const made = worksOn(desk).map(work => ({ work, article: makeArticle(work, now) }))
    let added = 0
    for (const { article } of made) {
      if (!article.ok) continue
      const { id } = article.value.article
      const known = store.getState().shelf[id]
      store.getState().addArticle(article.value)
      if (!known) added += 1
    }
    const refused = made.filter(({ article }) => !article.ok)
    const isAll = desk.entries.every(entry => entry.kind === 'work') && refused.length === 0
    store.getState().notify({ kind: 'articles-added', added, known: made.length - refused.length - added })
    onAdded(new Set(made.filter(({ article }) => article.ok).map(({ work }) => work.id)))
    const names = refused.map(({ work }) => work.source?.fileName ?? pageWords.library.typed)
    onProblem(refused.length > 0 ? pageWords.library.notAdded(names) : null)
    if (isAll) navigate('/library')
  }
}
