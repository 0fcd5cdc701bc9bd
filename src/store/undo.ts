import type { RecordId } from '../domain/identifiers.ts'
import { heads, versionHash, type Version } from '../domain/version.ts'
import { subjectOf, type AnyVersion } from '../domain/withheld.ts'
import { changeBackTo, type RecordChange } from './record-change.ts'

/** What a command did to one record: what was shown before, and the version it wrote. */
export interface StepEntry {
  readonly before: AnyVersion | undefined
  readonly written: AnyVersion
}

/** One command that can be taken back. `label` names it to the person. */
export type Step =
  | {
      readonly kind: 'command'
      readonly label: string
      readonly entries: readonly StepEntry[]
    }
  | {
      readonly kind: 'import'
      readonly label: string
      /** What the import added. */
      readonly versions: readonly Version[]
      /** Whether they are taken out at present, so that taking the step back puts them in again. */
      readonly removed: boolean
    }

/** What one tab can take back and do again in one article. In memory: a reload clears it. */
export interface UndoStacks {
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

export const EMPTY_STACKS: UndoStacks = { undo: [], redo: [] }

/** The stacks after a new command: it can be undone, and what was undone before can no longer be redone. */
export function afterCommand(stacks: UndoStacks, step: Step): UndoStacks {
  return { undo: [...stacks.undo, step], redo: [] }
}

/**
 * How to take a command back: changes where its version is still the sole head, and the records left alone because they are
 * not. An annotation and its withheld evidence are changed back together or not at all: else evidence would stand in both, or
 * in neither.
 */
export function reversal(
  entries: readonly StepEntry[],
  versionsOf: (version: AnyVersion) => readonly AnyVersion[],
): {
  readonly changes: readonly RecordChange[]
  readonly leftAlone: readonly RecordId[]
} {
  const overtaken = entries.filter(({ written }) => !isSoleHead(written, versionsOf(written)))
  const left = new Set(overtaken.map(({ written }) => subjectOf(written)))
  const changes = entries
    .filter(({ written }) => !left.has(subjectOf(written)))
    .map(({ before, written }) => changeBackTo(before, written))
  return { changes, leftAlone: [...left] }
}

/**
 * The steps that remain after one was taken back: what it wrote again says what stood there before it, so it stands in
 * for that version in the steps that wrote it.
 */
export function withStandIns(
  steps: readonly Step[],
  takenBack: readonly StepEntry[],
  writtenAgain: readonly StepEntry[],
): readonly Step[] {
  const before = new Map(takenBack.map(entry => [entry.written.id, entry.before]))
  const standIns = new Map(writtenAgain.map(({ written }) => [written.id, written]))
  const standIn = (entry: StepEntry): StepEntry => {
    const original = before.get(entry.written.id)
    const again = standIns.get(entry.written.id)
    const isIt = original && again && versionHash(original) === versionHash(entry.written)
    return isIt ? { ...entry, written: again } : entry
  }
  return steps.map(step => (step.kind === 'command' ? { ...step, entries: step.entries.map(standIn) } : step))
}

/** The versions of an import that go when it is undone: those that nothing has superseded since. */
export function removableAdditions(
  added: readonly Version[],
  versionsOf: (id: RecordId) => readonly Version[],
): readonly Version[] {
  const hashes = new Set(added.map(versionHash))
  return added.filter(version => {
    const later = versionsOf(version.id).filter(other => !hashes.has(versionHash(other)))
    return heads([version, ...later]).includes(version)
  })
}

/** The stacks without what was done to some records: of what is erased for good nothing can be taken back or done again. */
export function withoutRecords({ undo, redo }: UndoStacks, isGone: (id: RecordId) => boolean): UndoStacks {
  const kept = (steps: readonly Step[]) => steps.map(step => stepWithout(step, isGone)).filter(step => step !== null)
  return { undo: kept(undo), redo: kept(redo) }
}

function stepWithout(step: Step, isGone: (id: RecordId) => boolean): Step | null {
  if (step.kind === 'import') {
    const versions = step.versions.filter(({ id }) => !isGone(id))
    return versions.length > 0 ? { ...step, versions } : null
  }
  const entries = step.entries.filter(({ written }) => !isGone(subjectOf(written)))
  return entries.length > 0 ? { ...step, entries } : null
}

function isSoleHead(version: AnyVersion, versions: readonly AnyVersion[]): boolean {
  const [head, ...others] = heads(versions)
  return others.length === 0 && head !== undefined && versionHash(head) === versionHash(version)
}
