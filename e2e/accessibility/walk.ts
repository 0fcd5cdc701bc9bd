import type { Locator, Page } from '@playwright/test'
import { APPEARANCES, appear, expectAccessibleInAll, type Appearance } from '../axe.ts'
import { test } from '../fixtures.ts'

/** A state of the page that is found accessible. */
export interface State {
  readonly name: string
  /** All of them unless told otherwise. */
  readonly appearances?: readonly Appearance[]
  /** Brings the page into the state from the one before, and says what must be seen in it. */
  readonly reach: (page: Page) => Promise<Locator>
}

/** For what is there in a wide window only. */
export const ON_A_SCREEN = APPEARANCES.filter(({ width }) => width > 900)
/** For what is there in a narrow window only. */
export const ON_A_PHONE = APPEARANCES.map(appearance => ({ ...appearance, width: Math.min(appearance.width, 390) }))

/** The title of a walk: all its states. */
export function statesOf(walk: readonly State[]): string {
  return walk.map(({ name }) => name).join('; ')
}

/** Goes from state to state, and finds each accessible in all its appearances. */
export async function goThrough(page: Page, walk: readonly State[]): Promise<void> {
  test.slow() // axe looks at each state four times
  let now: Appearance | undefined
  for (const { name, appearances = APPEARANCES, reach } of walk) {
    const [first] = appearances
    if (first !== now) await appear(page, first!)
    now = first
    const seen = await reach(page)
    await expectAccessibleInAll(page, { name, appearances, seen })
  }
}
