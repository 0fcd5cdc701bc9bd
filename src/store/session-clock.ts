import type { DeviceId, RecordId } from '../domain/identifiers.ts'
import type { SessionContent } from '../domain/session.ts'
import type { Version } from '../domain/version.ts'
import type { StepEntry } from './undo.ts'

const IDLE_AFTER = 60_000 // ms without a key, a pointer or a scroll: thinking about one sentence rarely takes longer
const NEW_SESSION_AFTER = 30 * 60_000 // ms; a lunch break ends a session, a phone call does not

/** The session this tab is in, and what of it is not written yet. Times in ms since 1970. */
export interface SessionClock {
  readonly id: RecordId
  readonly content: SessionContent
  readonly lastSign: number
  /** Active ms that no written version counts yet. */
  readonly unwrittenMs: number
}

/** Begins a session at its first action. */
export function beginSession(id: RecordId, device: DeviceId, first: number, now: number): SessionClock {
  const at = new Date(now).toISOString()
  return {
    id,
    content: {
      started: at,
      lastActive: at,
      activeMs: 0,
      tagged: { verified: 0, disputed: 0, unverified: 0 },
      changed: 0,
      removed: 0,
      marked: 0,
      work: { device, first, last: first },
    },
    lastSign: now,
    unwrittenMs: 0,
  }
}

/** The latest of a reviewer's sessions that this device wrote, so that a reload does not end it. The earliest come first. */
export function continueSession(
  sessions: readonly {
    readonly id: RecordId
    readonly content: SessionContent
  }[],
  device: DeviceId,
): SessionClock | null {
  const latest = sessions.findLast(session => session.content.work.device === device)
  return latest
    ? {
        id: latest.id,
        content: latest.content,
        lastSign: Date.parse(latest.content.lastActive),
        unwrittenMs: 0,
      }
    : null
}

/** Whether so much time has passed that the next action begins another session. */
export function isOver(clock: SessionClock, now: number): boolean {
  return now - clock.lastSign > NEW_SESSION_AFTER
}

/** The clock after a sign of life. Time in which nothing happened for long, or the page was hidden, does not count. */
export function signOfLife(clock: SessionClock, now: number, wasVisible: boolean): SessionClock {
  const gap = now - clock.lastSign
  const counts = wasVisible && gap > 0 && gap <= IDLE_AFTER
  return {
    ...clock,
    lastSign: Math.max(now, clock.lastSign),
    unwrittenMs: clock.unwrittenMs + (counts ? gap : 0),
  }
}

/** The session after an action: what it did is counted, and the active time up to it. */
export function afterAction(clock: SessionClock, entries: readonly StepEntry[], lastCount: number): SessionClock {
  let content = withActiveTime(clock)
  for (const entry of entries) content = count(content, entry)
  return {
    ...clock,
    content: { ...content, work: { ...content.work, last: lastCount } },
    unwrittenMs: 0,
  }
}

/** The session with the active time so far, up to the last sign of life. */
export function withActiveTime({ content, unwrittenMs, lastSign }: SessionClock): SessionContent {
  return {
    ...content,
    activeMs: content.activeMs + Math.round(unwrittenMs),
    lastActive: new Date(lastSign).toISOString(),
  }
}

function count(content: SessionContent, { before, written }: StepEntry): SessionContent {
  // With withheld evidence its annotation changes, or nothing does that a session tells of.
  if (written.record === 'session' || written.record === 'withheld') return content
  if (written.kind !== 'content')
    return written.record === 'mark' ? content : { ...content, removed: content.removed + 1 }
  if (before?.kind === 'content') return { ...content, changed: content.changed + 1 }
  if (written.record === 'mark') return { ...content, marked: content.marked + 1 }
  const verdict = verdictOf(written)
  return {
    ...content,
    tagged: { ...content.tagged, [verdict]: content.tagged[verdict] + 1 },
  }
}

function verdictOf(version: Extract<Version, { record: 'annotation'; kind: 'content' }>) {
  return version.content.verdict
}
