import { useEffect, useMemo, useState } from 'react'
import { articleText } from '../domain/article-text.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { createPace } from '../intake/reading-pace.ts'
import type { Work } from './desk.ts'
import { finishedContent, languageOfWork } from './make-article.ts'
import { finished, recogniseInSteps, type RecognisedText } from './recognise-text.ts'

/** What a work will be as an article, or why it is none. Neither is known of a long one until it has been looked at. */
export interface Recognised {
  readonly problem: IntakeProblem | null
  readonly counts: RecognisedText | null
  /** The language that its file or its text suggests, and the one that it has. */
  readonly suggested: string
  readonly language: string
}

/**
 * Recognises a work: a short one at once, a long one after a pause and in steps between which the page answers, so that
 * nothing comes between two keys.
 */
export function useRecognised(work: Work): Recognised {
  const { writing, start, source, details } = work
  const length = lengthOf(work)
  const isLong = length > AT_ONCE
  const atOnce = useMemo(
    () => (isLong ? null : finished(recogniseWork(work))),
    // oxlint-disable-next-line react/exhaustive-deps -- it depends on these alone
    [isLong, writing, start, source, details.language],
  )
  const [late, setLate] = useState<Recognised | null>(null)
  useEffect(() => {
    if (!isLong) return
    const stop = new AbortController()
    const pause = writing && length > LONG_TEXT ? PAUSE : 0
    const timer = setTimeout(() => void inTurns(work, stop.signal).then(setLate, () => undefined), pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- it depends on these alone
  }, [isLong, writing, start, source, details.language])
  return atOnce ?? late ?? unknownYet(work)
}

const AT_ONCE = 5_000 // UTF-16 units, recognised in a few milliseconds
const LONG_TEXT = 50_000 // UTF-16 units; work that is begun anew for every key would add up
const PAUSE = 400 // ms without a key

/** About how long it is, without looking into it. */
function lengthOf({ writing, start, source }: Work): number {
  return writing?.size ?? (start === null ? 0 : (source?.original.text.length ?? 0))
}

async function inTurns(work: Work, signal: AbortSignal): Promise<Recognised> {
  const pace = createPace(signal, () => undefined)
  const steps = recogniseWork(work)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await pace.pause(0)
  }
}

function* recogniseWork(work: Work): Generator<void, Recognised> {
  work.writing?.read() // which it keeps
  yield
  const content = finishedContent(work)
  yield
  const text = content.ok ? articleText(content.value) : ''
  yield
  const suggested = languageOfWork({ source: work.source, details: { language: null } }, text)
  const language = work.details.language ?? suggested
  if (!content.ok) return { problem: content.problem, counts: null, suggested, language }
  return { problem: null, counts: yield* recogniseInSteps(content.value, language), suggested, language }
}

function unknownYet({ details, source }: Work): Recognised {
  const suggested = source?.language ?? languageOfWork({ source: null, details: { language: null } }, '')
  return { problem: null, counts: null, suggested, language: details.language ?? suggested }
}
