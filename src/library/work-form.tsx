import { useState, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { ArticleEditor } from '../article-view/edit/article-editor.tsx'
import type { PastedWords } from '../article-view/edit/incoming.ts'
import { readPassage } from '../intake/read-passage.ts'
import { readPaste } from '../intake/read-paste.ts'
import type { IncomingArticle } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { pageWords } from '../wording/page-words.ts'
import { contentOf, withCurrent, without, withPaste, type Desk, type Work } from './desk.ts'
import { makeArticle, wrongDetails } from './make-article.ts'
import { useRecognised } from './use-recognised.ts'
import { WorkDetails } from './work-details.tsx'

interface WorkFormProps {
  readonly work: Work
  /** Whether the person asked for this one, and will go on in its text. */
  readonly takesFocus: boolean
  readonly onChange: (change: (desk: Desk) => Desk) => void
  readonly onFiles: (files: readonly File[]) => void
  /** Says in one sentence why something could not be taken in; `null` when all is well again. */
  readonly onProblem: (sentence: string | null) => void
}

/** One article before its review: its text in an editor, what is known of it, and what it will be. */
export function WorkForm({ work, takesFocus, onChange, onFiles, onProblem }: WorkFormProps) {
  const [start] = useState(() => contentOf(work))
  const [tried, setTried] = useState(false)
  const recognised = useRecognised(work)
  const begin = useBeginReview()
  const wrong = wrongDetails(work.details)
  const isBlank = work.writing ? work.writing.isBlank : start === null

  async function readPasted(pasted: PastedWords, isAll: boolean) {
    const read = isAll ? await readPaste(pasted, new Date().toISOString()) : await readPassage(pasted)
    onProblem(read.ok ? null : describeIntakeProblem(read.problem))
    if (!read.ok) return null
    if (!('about' in read.value)) return read.value
    const draft = read.value
    onChange(desk => withPaste(desk, draft))
    return draft.content
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    const made = makeArticle(work, new Date().toISOString())
    if (!made.ok) return
    begin(made.value)
    onChange(desk => without(desk, new Set([work.id])))
  }

  const problem = recognised.problem && describeIntakeProblem(recognised.problem)
  return (
    <form className="work-form" noValidate onSubmit={submit}>
      <div className="work-form-text">
        <SourceNotes work={work} />
        <ArticleEditor
          content={start}
          takesFocus={takesFocus}
          language={recognised.language}
          readPasted={readPasted}
          onFiles={onFiles}
          onChange={writing => {
            onProblem(null)
            onChange(desk => withCurrent(desk, { writing }))
          }}
        />
      </div>
      <div className="work-form-side">
        <WorkDetails
          details={work.details}
          language={recognised.language}
          detected={isBlank || work.details.language === recognised.suggested ? null : recognised.suggested}
          wrong={tried ? wrong : null}
          onChange={details =>
            onChange(desk => withCurrent(desk, { details: { ...desk.current.details, ...details } }))
          }
        />
        <p className="work-form-summary" role="status">
          {recognised.counts
            ? pageWords.library.recognised(recognised.counts)
            : isBlank && pageWords.library.nothingYet}
        </p>
        {problem !== null && (tried || !isBlank) && (
          <p className="new-article-page-problem" role="alert">
            {problem}
          </p>
        )}
        <KnownArticle id={recognised.counts?.id ?? null} />
        <div>
          <Button look="solid" type="submit">
            {pageWords.library.start}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** What a file was read as, and what a person should know of how it was read. */
function SourceNotes({ work: { source } }: { readonly work: Work }) {
  if (source?.fileName == null) return null
  return (
    <div className="work-form-notes">
      <p role="status">{pageWords.library.openedAs(source.fileName, source.format)}</p>
      {source.notes.length > 0 && (
        <ul>
          {source.notes.map(note => (
            <li key={note.kind}>{pageWords.library.note(note)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Puts the article on the shelf and opens it; one that is there already is opened as it is. */
function useBeginReview() {
  const store = useReviewStore()
  const [, navigate] = useLocation()
  return (incoming: IncomingArticle) => {
    const { id } = incoming.article
    const known = store.getState().shelf[id]
    if (known) store.getState().notify({ kind: 'article-known', name: known.name })
    store.getState().addArticle(incoming)
    navigate(`/article/${id}`)
  }
}

function KnownArticle({ id }: { readonly id: string | null }) {
  const name = useReview(state => (id === null ? undefined : state.shelf[id]?.name))
  return <p role="status">{name !== undefined && pageWords.library.known(name)}</p>
}
