import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { ArticleEditor } from '../article-view/edit/article-editor.tsx'
import type { PastedWords } from '../article-view/edit/incoming.ts'
import type { Writing } from '../article-view/edit/writing.ts'
import type { ArticleContent } from '../domain/article-content.ts'
import type { CapturedText } from '../domain/original.ts'
import type { ArticleDraft } from '../intake/article-draft.ts'
import { finishContent } from '../intake/finish-content.ts'
import { readPassage } from '../intake/read-passage.ts'
import { readPaste } from '../intake/read-paste.ts'
import type { OpenArticle } from '../store/open-article.ts'
import type { PreviewProblem, UpdatePreview } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Strip } from '../ui/strip.tsx'
import { ThinBar } from '../ui/thin-bar.tsx'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import { ACCEPTED_FILES, articleIn } from './open-article-file.ts'
import { takingDrops } from './taking-drops.ts'
import { TextComparison } from './text-comparison.tsx'
import { UpdateSummary } from './update-summary.tsx'
import { useFileReading } from './use-file-reading.ts'
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

type Phase =
  | { readonly kind: 'asking'; readonly problem: string | null }
  | { readonly kind: 'comparing'; readonly share: number }
  | { readonly kind: 'compared'; readonly preview: UpdatePreview; readonly problem: string | null }
  | { readonly kind: 'accepting'; readonly preview: UpdatePreview }

const ASKING: Phase = { kind: 'asking', problem: null }

/** What the editor begins with: nothing, or what a file held. */
interface Start {
  readonly content: ArticleContent | null
  /** Counts the files that were opened, so that each gets an editor of its own. */
  readonly id: number
}

function UpdateForm({ open }: { readonly open: OpenArticle }) {
  const [, navigate] = useLocation()
  const store = useReviewStore()
  const name = useReview(state => state.shelf[open.article.id]?.name ?? open.article.title)
  const [start, setStart] = useState<Start>({ content: null, id: 0 })
  const [writing, setWriting] = useState<Writing | null>(null)
  const [original, setOriginal] = useState<CapturedText | null>(null)
  const [phase, setPhase] = useState<Phase>(ASKING)
  const search = useOneAtATime()
  const reading = useFileReading()
  const { changes } = words
  const { library } = pageWords

  const refuse = (problem: string) => setPhase({ kind: 'asking', problem })

  function take({ content, original: words }: ArticleDraft) {
    setOriginal(words)
    setPhase(ASKING)
    return content
  }

  async function openFiles(files: readonly File[]) {
    const [first] = (await reading.read(files.slice(0, 1))) ?? []
    if (!first) return
    const article = articleIn(first.outcome)
    if (!article.ok) return refuse(article.problem)
    const content = take(article.value)
    setStart({ content, id: start.id + 1 })
    setWriting(null)
    await compare(content)
  }

  async function readPasted(pasted: PastedWords, isAll: boolean) {
    const read = isAll ? await readPaste(pasted, new Date().toISOString()) : await readPassage(pasted)
    if (!read.ok) {
      refuse(describeIntakeProblem(read.problem))
      return null
    }
    return 'about' in read.value ? take(read.value) : read.value
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    const written = writing ? (writing.isBlank ? null : writing.read()) : start.content
    if (!written) return refuse(changes.empty)
    const finished = finishContent(written)
    if (finished.ok) await compare(finished.value)
    else refuse(describeIntakeProblem(finished.problem))
  }

  async function compare(content: ArticleContent) {
    const signal = search.begin()
    setPhase({ kind: 'comparing', share: 0 })
    const outcome = await store.getState().previewUpdate(content, {
      signal,
      onProgress: share => signal.aborted || setPhase({ kind: 'comparing', share }),
    })
    if (!search.isLast(signal)) return
    if (outcome.ok) setPhase({ kind: 'compared', preview: outcome.value, problem: null })
    else refuse(PREVIEW_PROBLEMS[outcome.problem.kind])
  }

  async function accept(preview: UpdatePreview) {
    setPhase({ kind: 'accepting', preview })
    const problem = await store.getState().acceptUpdate(preview.content, { original: original ?? undefined })
    if (!problem) return navigate(`/article/${open.article.id}`)
    const sentence = problem.kind === 'same-text' ? changes.sameText : words.common.notSaved[problem.problem.kind]
    setPhase({ kind: 'compared', preview, problem: sentence })
  }

  const isBusy = phase.kind === 'comparing' || phase.kind === 'accepting'
  const problem = 'problem' in phase ? phase.problem : null
  return (
    <main className="update-page" data-takes-files {...takingDrops(files => void openFiles(files))}>
      <h1>{changes.updateTitle(name)}</h1>
      <form noValidate onSubmit={event => void submit(event)}>
        <p>{changes.updateHelp}</p>
        <FileField
          label={library.openFile}
          help={changes.fileHelp}
          accept={ACCEPTED_FILES}
          onFiles={files => void openFiles(files)}
        />
        {reading.progress !== null && (
          <Strip actions={<Button onClick={reading.cancel}>{library.cancelReading}</Button>}>
            <span role="status">{library.reading(reading.progress)}</span>
            <ThinBar value={reading.progress.share} max={1} />
          </Strip>
        )}
        <ArticleEditor
          key={start.id}
          content={start.content}
          takesFocus={false}
          language={open.article.language}
          readPasted={readPasted}
          onFiles={files => void openFiles(files)}
          onChange={next => {
            search.stop()
            setWriting(next)
            setPhase(ASKING)
          }}
        />
        {problem !== null && (
          <p className="update-page-problem" role="alert">
            {problem}
          </p>
        )}
        {phase.kind === 'comparing' && (
          <Strip actions={<Button onClick={search.stop}>{changes.cancelComparing}</Button>}>
            <span role="status">{changes.comparing}</span>
            <ThinBar value={phase.share} max={1} />
          </Strip>
        )}
        <div>
          <Button look={'preview' in phase ? 'outlined' : 'solid'} type="submit" disabled={isBusy}>
            {changes.compare}
          </Button>
        </div>
      </form>
      {'preview' in phase && (
        <>
          <UpdateSummary preview={phase.preview}>
            <Button look="solid" disabled={isBusy} onClick={() => void accept(phase.preview)}>
              {isBusy ? changes.accepting : changes.accept}
            </Button>
          </UpdateSummary>
          <TextComparison before={open.revision.content} preview={phase.preview} language={open.article.language} />
        </>
      )}
    </main>
  )
}

/** Something that takes long, of which only the last one begun counts; it stops with the page. */
function useOneAtATime() {
  const last = useRef(new AbortController())
  useEffect(() => () => last.current.abort(), [])
  return {
    begin(): AbortSignal {
      last.current.abort()
      last.current = new AbortController()
      return last.current.signal
    },
    stop: () => last.current.abort(),
    isLast: (signal: AbortSignal) => last.current.signal === signal,
  }
}

const PREVIEW_PROBLEMS: Readonly<Record<PreviewProblem['kind'], string>> = {
  'same-text': words.changes.sameText,
  cancelled: words.changes.cancelled,
  'not-compared': words.changes.cannotCompare,
}
