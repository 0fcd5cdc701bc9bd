import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { Link } from 'wouter'
import type { Result } from '../../domain/result.ts'
import { Button } from '../../ui/button.tsx'
import { pageWords } from '../../wording/page-words.ts'
import { hostOf, type Clip, type ClipProblem } from './clip-message.ts'
import { receiveClip } from './receive-clip.ts'
import './arrivals.css'

interface ClipPageProps {
  /** Takes the page in, as a file that was opened. */
  readonly onTake: (files: readonly File[]) => void
}

type State = 'unasked' | 'waiting' | 'gone' | 'discarded' | Result<Clip, ClipProblem>

/** Where a bookmarklet leads: says what was handed over by whom, and takes it in only when the person says so. */
export function ClipPage({ onTake }: ClipPageProps) {
  const [state, setState] = useState<State>(startingState)
  useEffect(() => {
    if (startingState() !== 'waiting') return
    return receiveClip(window, arrival => {
      history.replaceState(USED, '')
      setState(arrival)
    })
  }, [])
  if (typeof state === 'object' && state.ok) {
    return (
      <Question clip={state.value} onTake={() => onTake([state.value.file])} onDiscard={() => setState('discarded')} />
    )
  }
  const { clip } = pageWords.arrivals
  return (
    <main className="arrivals-page">
      <h1>{clip.title}</h1>
      <p role="status">{typeof state === 'string' ? clip.states[state] : clip.problems[state.problem]}</p>
      {state === 'waiting' && <p className="arrivals-page-quiet">{clip.nothingComes}</p>}
      <p className="arrivals-page-links">
        <Link href="/bookmarklet">{clip.how}</Link>
        <Link href="/new">{pageWords.library.newArticle}</Link>
      </p>
    </main>
  )
}

interface QuestionProps {
  readonly clip: Clip
  readonly onTake: () => void
  readonly onDiscard: () => void
}

function Question({ clip, onTake, onDiscard }: QuestionProps) {
  const { clip: said } = pageWords.arrivals
  return (
    <main className="arrivals-page">
      <h1>{said.question}</h1>
      <p role="status">{said.from(hostOf(clip.from))}</p>
      <dl className="arrivals-page-facts">
        <dt>{said.facts.from}</dt>
        <dd>{clip.from === 'null' ? said.noOrigin : clip.from}</dd>
        <dt>{said.facts.title}</dt>
        <dd dir="auto">{clip.title || said.noTitle}</dd>
        <dt>{said.facts.address}</dt>
        <dd>{clip.claimed || said.noAddress}</dd>
        <dt>{said.facts.size}</dt>
        <dd>{said.size(clip.part, clip.file.size)}</dd>
      </dl>
      {clip.claimed !== '' && !clip.isTrue && (
        <p className="arrivals-page-warning" role="alert">
          {said.differs(hostOf(clip.claimed), clip.from === 'null' ? said.noOrigin : hostOf(clip.from))}
        </p>
      )}
      <p className="arrivals-page-quiet">{said.notRead}</p>
      <div className="arrivals-page-actions">
        <Button look="solid" onClick={onTake}>
          {said.take}
        </Button>
        <Button look="outlined" onClick={onDiscard}>
          {said.discard}
        </Button>
      </div>
    </main>
  )
}

/** The mark of a visit to this page that has had its clip: it outlives a reload, the clip does not. */
const USED = { isClipGone: true }

function startingState(): 'gone' | 'waiting' | 'unasked' {
  if (v.is(v.object({ isClipGone: v.literal(true) }), history.state)) return 'gone'
  return window.opener === null ? 'unasked' : 'waiting'
}
