import type axe from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Locator, type Page } from '@playwright/test'

const ENGINE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// What other colours can change in a page that was found sound in light: all else is the same markup in the same places.
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

type PartOfRules = 'all' | 'of colour' | 'but of colour'

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
 * Finds the state accessible in each appearance: in the first by every rule; in others of the same width by those that colours
 * bear on; and in other widths, where the colours are those of before, by all the rest. The page is in the first, and is left
 * in it.
 */
export async function expectAccessibleInAll(
  page: Page,
  { name, appearances = APPEARANCES, seen }: LookedAt,
): Promise<void> {
  const [first] = appearances
  for (const appearance of appearances) {
    if (appearance !== first) await appear(page, appearance)
    if (seen) await expect(seen, `${name}, ${appearance.name}`).toBeVisible()
    const rules = appearance === first ? 'all' : appearance.width === first?.width ? 'of colour' : 'but of colour'
    await expectAccessible(page, `${name}, ${appearance.name}, ${appearance.width} px`, rules)
  }
  await appear(page, first!)
}

/** Gives the page an appearance. */
export async function appear(page: Page, { colorScheme, forcedColors, width }: Appearance): Promise<void> {
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 800 })
  // The page hears of another width with the next frame, and shows what it makes of it in the one after.
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  )
}

/**
 * Finds no violation of WCAG 2.0 to 2.2, A and AA, nor of axe's best practice, in the page as it stands; for a state that was
 * just found sound in another appearance, by a part of the rules.
 */
export async function expectAccessible(page: Page, appearance: string, rules: PartOfRules = 'all'): Promise<void> {
  await expectLinksThatLead(page)
  let found = await violationsIn(page, rules)
  if (found === null) {
    await page.evaluate(ENGINE) // once for each page: to compile it takes longer than to run it
    found = await violationsIn(page, rules)
  }
  expect(found, `axe, ${appearance}`).toEqual([])
}

/** What axe finds; `null` when it is not in the page yet. */
function violationsIn(page: Page, rules: PartOfRules): Promise<readonly string[] | null> {
  return page.evaluate(
    async ({ part, tags, ofColour }) => {
      if (!('axe' in window)) return null
      const { axe: engine } = window as unknown as { axe: typeof axe }
      // Where colours are forced axe reads a text's fill colour, which Chromium gives as the style sheet has it, not as it is painted.
      const isForced = matchMedia('(forced-colors: active)').matches
      const left = part === 'but of colour' ? ofColour : isForced ? ['color-contrast'] : []
      const { violations } = await engine.run(document, {
        runOnly:
          part === 'of colour'
            ? { type: 'rule', values: ofColour.filter(rule => !left.includes(rule)) }
            : { type: 'tag', values: tags },
        resultTypes: ['violations'],
        ...(part !== 'of colour' && { rules: Object.fromEntries(left.map(rule => [rule, { enabled: false }])) }),
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) =>
            `${id}: ${target.join(' ')}: ${failureSummary?.split('\n').at(1)?.trim() ?? ''}`,
        ),
      )
    },
    { part: rules, tags: TAGS, ofColour: RULES_OF_COLOUR },
  )
}

/** Waits until no mark points at a card that is gone: which cards are there is told to the marks after what is seen is painted. */
async function expectLinksThatLead(page: Page): Promise<void> {
  const toNothing = () =>
    [...document.querySelectorAll('[aria-details]')]
      .map(element => element.getAttribute('aria-details') ?? '')
      .filter(id => document.getElementById(id) === null)
  await expect.poll(() => page.evaluate(toNothing), { intervals: [10, 50, 100] }).toEqual([])
}
