import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Chance } from './chance.ts'
import { readTrace, underTrace } from './file-trace.ts'
import { filesWithin, PLACES } from './profile.ts'
import { whatSurvives } from './what-survives.ts'

/** The power cut that ends one life of the browser. */
export interface PowerCut {
  /** What the browser has to run under. */
  readonly under: readonly string[]
  /** Takes from the profile what need not have reached the disk. The browser must be gone. */
  strike(chance: Chance): void
  /** Removes what it needed. */
  dispose(): void
}

/** Prepares for a power cut: called before the browser is started on the profile. What it did to files is written to `log`. */
export function preparePowerCut(profile: string, log: string): PowerCut {
  const copy = mkdtempSync(join(tmpdir(), 'factmark-power-'))
  const places = PLACES.map(place => join(profile, place))
  const before = filesWithin(places)
  const inCopy = (path: string) => join(copy, relative(profile, path))
  for (const path of before) cpSync(path, inCopy(path))
  const sizes = new Map(before.map(path => [path, statSync(path).size]))

  return {
    under: underTrace(log),
    strike(chance) {
      const { lengths, undone } = whatSurvives(readTrace(readFileSync(log, 'utf8')), sizes)
      for (const path of filesWithin(places)) {
        const { synced, written } = lengths.get(path) ?? { synced: 0, written: 0 }
        // A part of what was not synced may have reached the disk all the same.
        const kept = chance.below(2) === 0 ? 0 : chance.below(written - synced + 1)
        if (synced + kept < written) truncateSync(path, synced + kept)
      }
      for (const path of undone) {
        if (!places.some(place => path.startsWith(place))) continue
        if (existsSync(inCopy(path))) copyFileSync(inCopy(path), path)
        else rmSync(path, { force: true })
      }
    },
    dispose: () => rmSync(copy, { recursive: true }),
  }
}
