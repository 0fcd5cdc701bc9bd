import { useEffect, useState, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import type { ArticleContent } from '../domain/article-content.ts'
import type { CapturedText } from '../domain/original.ts'
import type { OpenArticle } from '../store/open-article.ts'
import type { UpdatePreview } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { words } from '../wording/words.ts'
import { ACCEPTED_FILES, openArticleFile } from './open-article-file.ts'
import { recogniseText } from './recognise-text.ts'
import { UpdateSummary } from './update-summary.tsx'
import './update-page.css'

/** Takes the next text of an article, and shows beforehand what becomes of its statements. */
export function UpdatePage({ article }: { readonly article: string }) {
  const store = useReviewStore()
  useEffect(() => void store.getState().openArticle(article), [store, article])
  const open = useReview(state => (state.open?.article.id === article ? state.open : null))
  const isMissing = useReview(state => state.openProblem !== null)
  if (!open) return <main className="update-page">{isMissing && <p role="alert">{words.review.noSuchArticle}</p>}</main>
  return <UpdateForm open={open} />
}

/** What was compared, and the file that it was made of. */
interface Compared {
  readonly preview: UpdatePreview
  readonly original: CapturedText | undefined
}

type Phase =
  | { readonly kind: 'asking'; readonly problem: string | null }
  | { readonly kind: 'comparing' }
  | (Compared & { readonly kind: 'compared'; readonly problem: string | null })
  | (Compared & { readonly kind: 'accepting' })

function UpdateForm({ open }: { readonly open: OpenArticle }) {
  const store = useReviewStore()
  const [, navigate] = useLocation()
  const name = useReview(state => state.shelf[open.article.id]?.name ?? open.article.title)
  const [text, setText] = useState('')
  const [phase, setPhase] = useState<Phase>({ kind: 'asking', problem: null })
  const { changes } = words

  function type(next: string) {
    setText(next)
    setPhase({ kind: 'asking', problem: null })
  }

  async function openFile(file: File) {
    setText('')
    setPhase({ kind: 'comparing' })
    const outcome = await openArticleFile(file, { signal: new AbortController().signal, onProgress: () => undefined })
    if (outcome.ok) await compare(outcome.value.content, outcome.value.original)
    else setPhase({ kind: 'asking', problem: outcome.problem })
  }

  async function compareText(event: SubmitEvent) {
    event.preventDefault()
    const recognised = recogniseText(text, open.article.language)
    if (recognised.ok) await compare(recognised.value.content)
    else setPhase({ kind: 'asking', problem: describeIntakeProblem(recognised.problem) })
  }

  async function compare(content: ArticleContent, original?: CapturedText) {
    setPhase({ kind: 'comparing' })
    const outcome = await store.getState().previewUpdate(content)
    if (outcome.ok) setPhase({ kind: 'compared', preview: outcome.value, original, problem: null })
    else setPhase({ kind: 'asking', problem: changes.sameText })
  }

  async function accept({ preview, original }: Compared) {
    setPhase({ kind: 'accepting', preview, original })
    const problem = await store.getState().acceptUpdate(preview.content, original)
    if (!problem) return navigate(`/article/${open.article.id}`)
    const sentence = problem.kind === 'same-text' ? changes.sameText : words.common.notSaved[problem.problem.kind]
    setPhase({ kind: 'compared', preview, original, problem: sentence })
  }

  const isBusy = phase.kind === 'comparing' || phase.kind === 'accepting'
  const problem = 'problem' in phase ? phase.problem : null
  return (
    <main className="update-page">
      <h1>{changes.updateTitle(name)}</h1>
      <form noValidate onSubmit={event => void compareText(event)}>
        <TextArea
          label={changes.newText}
          help={changes.updateHelp}
          rows={12}
          dir="auto"
          spellCheck={false}
          value={text}
          onChange={event => type(event.currentTarget.value)}
        />
        <FileField
          label={words.library.openFile}
          help={changes.fileHelp}
          accept={ACCEPTED_FILES}
          onFile={file => void openFile(file)}
        />
        {problem !== null && (
          <p className="update-page-problem" role="alert">
            {problem}
          </p>
        )}
        <p role="status">{phase.kind === 'comparing' && changes.comparing}</p>
        <div>
          <Button look={'preview' in phase ? 'outlined' : 'solid'} type="submit" disabled={isBusy}>
            {changes.compare}
          </Button>
        </div>
      </form>
      {'preview' in phase && (
        <UpdateSummary preview={phase.preview}>
          <Button look="solid" disabled={isBusy} onClick={() => void accept(phase)}>
            {isBusy ? changes.accepting : changes.accept}
          </Button>
        </UpdateSummary>
      )}
    </main>
  )
}
