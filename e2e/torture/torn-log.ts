import { statSync, truncateSync } from 'node:fs'
import { chanceOf } from './chance.ts'
import { judge, type Judgement } from './judge.ts'
import { liveInPeace, lookAtCopy, workInPeace } from './life.ts'
import { databaseFolder, filesWith, withProfile } from './profile.ts'

/**
 * Tears the last entry of the log, as a crash does that comes while the browser writes it; then works on, closes the browser,
 * and judges what the start after that finds.
 */
export function workOnAfterTornLog(address: string, seed: number): Promise<Judgement> {
  const chance = chanceOf(seed)
  return withProfile(async profile => {
    await liveInPeace({ address, profile }, browser => workInPeace(browser, chance, 3))
    tearLastEntry(databaseFolder(profile, address))
    const before = await lookAtCopy({ address, profile })
    const transactions = await liveInPeace({ address, profile }, browser => workInPeace(browser, chance, 3))
    return judge(before, transactions, await lookAtCopy({ address, profile }))
  })
}

function tearLastEntry(folder: string): void {
  const log = filesWith('.log', folder).at(-1)
  if (log === undefined || statSync(log).size === 0) throw new Error('There is no log that could be torn.')
  truncateSync(log, statSync(log).size - 1)
}
