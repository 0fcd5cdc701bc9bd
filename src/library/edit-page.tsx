import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import { ArticleEditor } from '../article-view/edit/article-editor.tsx'
import type { PastedWords } from '../article-view/edit/incoming.ts'
import type { Writing } from '../article-view/edit/writing.ts'
import { articleText } from '../domain/article-text.ts'
import { staleChange } from '../domain/change-state.ts'
import { composed, editsOf, runsWithoutSpace, type TextEdit } from '../domain/text-edits.ts'
import { finishContent } from '../intake/finish-content.ts'
import { readPassage } from '../intake/read-passage.ts'
import type { OpenArticle } from '../store/open-article.ts'
import type { UpdatePreview } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { words } from '../wording/words.ts'
import { createUnsavedEdits, type EditedText } from './unsaved-edits.ts'
import { UpdateSummary } from './update-summary.tsx'
import './update-page.css'
import './edit-page.css'

// It outlives the page, so that nothing is lost when another one is looked at.
const UNSAVED = createUnsavedEdits(window)

/** Mends the open text of an article: its statements stay where they are, as far as the edits tell. */
export function EditPage({ article }: { readonly article: string }) {
  const store = useReviewStore()
  useEffect(() => void store.getState().openArticle(article), [store, article])
  const open = useReview(state => (state.open?.article.id === article ? state.open : null))
  const isMissing = useReview(state => state.openProblem !== null)
  if (!open) return <main className="update-page">{isMissing && <p role="alert">{words.review.noSuchArticle}</p>}</main>
  return <EditForm key={open.revision.hash} open={open} />
}

type Phase =
  | { readonly kind: 'editing'; readonly problem: string | null }
  | { readonly kind: 'busy' }
  | {
      readonly kind: 'asked'
      readonly preview: UpdatePreview
      readonly edits: readonly TextEdit[]
      readonly problem: string | null
    }

function EditForm({ open }: { readonly open: OpenArticle }) {
  const store = useReviewStore()
  const [, navigate] = useLocation()
  const name = useReview(state => state.shelf[open.article.id]?.name ?? open.article.title)
  const { hash, content } = open.revision
  const [start] = useState<EditedText>(() => UNSAVED.of(hash) ?? { content, kept: allOf(open.text) })
  const [phase, setPhase] = useState<Phase>({ kind: 'editing', problem: null })
  const [isLeaving, setLeaving] = useState(false)
  const written = useRef<Writing | null>(null)
  const back = `/article/${open.article.id}`

  function change(writing: Writing) {
    written.current = writing
    setPhase({ kind: 'editing', problem: null })
  }

  // What is written is worked out once, when another page is looked at, and not at every key.
  useEffect(
    () => () => {
      if (written.current) UNSAVED.keep(hash, editedText(start, written.current))
    },
    [hash, start],
  )
  useEffect(() => {
    const leaving = (event: Event) => {
      if (written.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', leaving)
    return () => window.removeEventListener('beforeunload', leaving)
  }, [])

  async function readPasted(pasted: PastedWords) {
    const read = await readPassage(pasted)
    if (read.ok) return read.value
    setPhase({ kind: 'editing', problem: describeIntakeProblem(read.problem) })
    return null
  }

  async function save() {
    if (phase.kind === 'busy') return
    if (phase.kind === 'asked') return accept(phase)
    const edited = written.current ? editedText(start, written.current) : start
    const finished = finishContent(edited.content)
    if (!finished.ok) return setPhase({ kind: 'editing', problem: describeIntakeProblem(finished.problem) })
    setPhase({ kind: 'busy' })
    const [text, after] = [articleText(edited.content), articleText(finished.value)]
    const edits = editsOf(open.text, after, composed(edited.kept, runsWithoutSpace(text, after)))
    const preview = await store.getState().previewUpdate(finished.value, { edits })
    if (!preview.ok) {
      const isSame = preview.problem.kind === 'same-text'
      return setPhase({ kind: 'editing', problem: isSame ? words.edit.unchanged : words.changes.cannotCompare })
    }
    const asked = { kind: 'asked', preview: preview.value, edits, problem: null } as const
    const isStale = preview.value.statements.some(({ change }) => staleChange(change) !== null)
    if (isStale) setPhase(asked)
    else await accept(asked)
  }

  async function accept(asked: Extract<Phase, { kind: 'asked' }>) {
    setPhase({ kind: 'busy' })
    const { preview, edits } = asked
    const problem = await store.getState().acceptUpdate(preview.content, { edits })
    if (problem) {
      const sentence = problem.kind === 'same-text' ? words.edit.unchanged : words.common.notSaved[problem.problem.kind]
      return setPhase({ ...asked, problem: sentence })
    }
    leave()
  }

  function leave() {
    written.current = null
    UNSAVED.keep(hash, null)
    navigate(back)
  }

  function cancel() {
    if (written.current || UNSAVED.of(hash)) setLeaving(true)
    else navigate(back)
  }

  function keyed(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    void save()
  }

  const problem = 'problem' in phase ? phase.problem : null
  const isBusy = phase.kind === 'busy'
  return (
    <main className="update-page edit-page" onKeyDown={keyed}>
      <h1>{words.edit.editTitle(name)}</h1>
      <p>{words.edit.editHelp}</p>
      <ArticleEditor
        content={start.content}
        language={open.article.language}
        takesFocus
        readPasted={readPasted}
        onFiles={() => setPhase({ kind: 'editing', problem: describeIntakeProblem({ kind: 'empty' }) })}
        onChange={change}
      />
      {problem !== null && (
        <p className="update-page-problem" role="alert">
          {problem}
        </p>
      )}
      <p role="status">{isBusy ? words.edit.looking : phase.kind === 'asked' && words.edit.mustLook}</p>
      {phase.kind === 'asked' && <UpdateSummary preview={phase.preview}>{null}</UpdateSummary>}
      <div className="edit-page-actions">
        <Button look="solid" disabled={isBusy} hint="Ctrl S" onClick={() => void save()}>
          {phase.kind === 'asked' ? words.edit.saveChanged : words.edit.save}
        </Button>
        <Button look="outlined" onClick={cancel}>
          {words.common.cancel}
        </Button>
      </div>
      {isLeaving && (
        <Dialog title={words.edit.leaveTitle} closeLabel={words.common.close} onClose={() => setLeaving(false)}>
          <p>{words.edit.leaveText}</p>
          <div className="dialog-actions">
            <Button look="outlined" onClick={() => setLeaving(false)}>
              {words.edit.goOn}
            </Button>
            <Button look="danger" onClick={leave}>
              {words.edit.leave}
            </Button>
          </div>
        </Dialog>
      )}
    </main>
  )
}

function editedText(start: EditedText, writing: Writing): EditedText {
  return { content: writing.read(), kept: composed(start.kept, writing.kept()) }
}

function allOf(text: string) {
  return [{ from: 0, at: 0, length: text.length }]
}
