import axe from 'axe-core'
import { expect, type Locator, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// What other colours can change in a page that was found sound in light: all else is the same markup in the same places.
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** How the same state looks to different people. */
export interface Appearance {
  readonly name: string
  readonly colorScheme: 'light' | 'dark'
  readonly forcedColors: 'active' | 'none'
  readonly width: number
}

const WIDE = 1280 // px
const NARROWEST = 320 // px: a window of 1280 px at 400 % (WCAG 1.4.10)

/** Light, dark, forced colours, and the narrowest window, in the order in which a state goes through them. */
export const APPEARANCES: readonly Appearance[] = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', width: WIDE },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', width: WIDE },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active', width: WIDE },
  { name: '320 px', colorScheme: 'light', forcedColors: 'none', width: NARROWEST },
]

/** A state that is looked at. */
export interface LookedAt {
  readonly name: string
  /** All of them unless told otherwise. */
  readonly appearances?: readonly Appearance[]
  /** What must be there in each. */
  readonly seen?: Locator
}

/**
 * Finds the state accessible in each appearance: in the first, and where the page is narrow, by every rule, elsewhere by those
 * that colours bear on. Leaves the page in light.
 */
export async function expectAccessibleInAll(
  page: Page,
  { name, appearances = APPEARANCES, seen }: LookedAt,
): Promise<void> {
  for (const [at, appearance] of appearances.entries()) {
    await appear(page, appearance)
    if (seen) await expect(seen, `${name}, ${appearance.name}`).toBeVisible()
    const onlyColours = at > 0 && appearance.width === appearances[0]!.width
    await expectAccessible(page, `${name}, ${appearance.name}, ${appearance.width} px`, { onlyColours })
  }
  await appear(page, appearances[0]!)
}

/** Gives the page an appearance. */
export async function appear(page: Page, { colorScheme, forcedColors, width }: Appearance): Promise<void> {
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height: 800 })
}

/**
 * Finds no violation of WCAG 2.0 to 2.2, A and AA, nor of axe's best practice, in the page as it stands; with `onlyColours`
 * none of the rules that other colours bear on, for a state that was just found sound in light.
 */
export async function expectAccessible(
  page: Page,
  appearance: string,
  { onlyColours = false }: { readonly onlyColours?: boolean } = {},
): Promise<void> {
  // Brought in once for each page: to compile it takes longer than to run it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const runOnly = onlyColours
    ? { type: 'rule' as const, values: RULES_OF_COLOUR }
    : { type: 'tag' as const, values: TAGS }
  const found = await page.evaluate(async ({ type, values }) => {
    const { axe: engine } = window as unknown as { axe: typeof axe }
    // Where colours are forced axe reads a text's fill colour, which Chromium gives as the style sheet has it, not as it is painted.
    const isForced = matchMedia('(forced-colors: active)').matches
    const { violations } = await engine.run(document, {
      runOnly: { type, values: values.filter(value => !isForced || value !== 'color-contrast') },
      resultTypes: ['violations'],
      ...(type === 'tag' && { rules: { 'color-contrast': { enabled: !isForced } } }),
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id}: ${target.join(' ')}: ${failureSummary?.split('\n').at(1)?.trim() ?? ''}`,
      ),
    )
  }, runOnly)
  expect(found, `axe, ${appearance}`).toEqual([])
}
