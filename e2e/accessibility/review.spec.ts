import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { HistoryPanel } from '../pages/history-panel.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { LANTERN, MOONLIGHT } from '../seeds.ts'
import { openEars, stopEars, withEars } from '../tab-ears.ts'
import { POINT, reviewed, withOpenCard } from './reviewed-article.ts'
import { goThrough, ON_A_PHONE, ON_A_SCREEN, statesOf, type State } from './walk.ts'

const WALKS: readonly (readonly State[])[] = [
  [
    {
      name: 'start',
      reach: async page => {
        const review = new ReviewPage(page)
        await review.open()
        return review.article
      },
    },
    {
      name: 'segment cursor and the question for a name',
      reach: async page => {
        await reviewed(page, 'ArrowDown', '1', 'ArrowDown', '0', 'ArrowDown')
        return page.getByRole('button', { name: 'Not now' })
      },
    },
    {
      name: 'selection bar',
      reach: async page => {
        await page.getByRole('button', { name: 'Not now' }).click()
        const review = new ReviewPage(page)
        await review.selectText(POINT)
        return review.bar
      },
    },
    {
      name: 'several chosen cards',
      reach: async page => {
        const review = new ReviewPage(page)
        await review.press('Control+Home', 'x', 'ArrowDown', '2', 'x', 'ArrowDown', '3', 'x')
        await expect(review.cards).not.toHaveCount(0)
        return page.getByRole('group', { name: 'Chosen annotations' })
      },
    },
    {
      name: 'filter and search',
      appearances: ON_A_SCREEN,
      reach: async page => {
        const review = new ReviewPage(page)
        await review.press('Escape')
        await review.filter('Verdicts', 'Disputed').click()
        await review.search.fill('bridge')
        await review.search.press('Enter')
        return review.overview.getByRole('button', { name: 'Next place' })
      },
    },
    {
      name: 'nothing passes the filter',
      appearances: ON_A_SCREEN,
      reach: async page => {
        await new ReviewPage(page).search.fill('zebra')
        return page.getByText('No annotation passes the filter.')
      },
    },
    {
      name: 'list of keys',
      reach: async page => {
        const review = new ReviewPage(page)
        await review.overview.getByRole('button', { name: 'Clear filter' }).click()
        await review.press('?')
        return page.getByRole('dialog', { name: 'Keys' })
      },
    },
    {
      name: 'reviewer dialog',
      reach: async page => {
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Your reviewer profile' }).click()
        return page.getByRole('dialog').getByRole('radiogroup', { name: 'Colour' })
      },
    },
  ],
  [
    {
      name: 'right-to-left article',
      reach: async page => {
        const review = new ReviewPage(page)
        await review.open(MOONLIGHT)
        await review.press('ArrowDown', '1', 'ArrowDown', '2')
        return review.openCard.rationale
      },
    },
    {
      name: 'offer to continue',
      reach: async page => {
        const review = await reviewed(page, 'ArrowDown')
        await review.savedAfter(() => review.press('1'))
        await page.goto('./#/library')
        await page.getByRole('link', { name: LANTERN.title }).click()
        return page.getByRole('button', { name: 'Continue where you stopped' })
      },
    },
  ],
  [
    {
      name: 'open card with claim, evidence and tags, among others that overlap',
      reach: async page => (await withOpenCard(page)).openCard.rationale,
    },
    {
      name: 'fields with what cannot be saved',
      reach: async page => {
        const { openCard } = new ReviewPage(page)
        await openCard.field('Claim date').fill('Monday')
        await openCard.evidence(1).getByRole('textbox', { name: 'Address (URL)' }).fill('no address')
        return openCard.rationale
      },
    },
    {
      name: 'withheld evidence',
      reach: async page => {
        const { openCard: card } = new ReviewPage(page)
        await card.button('Withhold evidence 1').click()
        return card.card.getByRole('group', { name: 'Evidence 1, withheld' })
      },
    },
    {
      name: 'history with every kind of change',
      reach: async page => {
        const review = new ReviewPage(page)
        const { openCard: card } = review
        await card.button('Release evidence 1').click()
        await card.field('Claim date').fill('')
        await review.savedAfter(() => card.rationale.fill('The ledger says nothing else.'))
        await review.savedAfter(() => card.button('Remove tag money').click())
        await card.evidence(1).getByRole('combobox', { name: 'Stance' }).selectOption('Refutes')
        await review.savedAfter(() => card.button('Remove evidence 1').click())
        await review.press('1', 'Delete')
        await review.savedAfter(() => review.press('Control+z'))
        await review.clickText(POINT)
        await card.button('History').click()
        const { panel } = new HistoryPanel(page)
        await panel.getByText('Whole version').first().click()
        return panel.getByRole('button', { name: 'Restore this version' }).first()
      },
    },
  ],
  [
    {
      name: 'card that was edited in two places',
      reach: async page => {
        const review = await withConflict(page)
        return review.openCard.button('Keep this one').first()
      },
    },
    {
      name: 'closed card that was edited in two places, and its history',
      appearances: ON_A_SCREEN,
      reach: async page => {
        const review = new ReviewPage(page)
        await review.openCard.quote.click()
        await review.card('Edited in two places').quote.click()
        await review.openCard.button('History').click()
        return new HistoryPanel(page).panel.getByText(/^Written without knowing version/).first()
      },
    },
  ],
  [
    {
      name: 'sheet with the open card on a phone',
      appearances: ON_A_PHONE,
      reach: async page => (await withOpenCard(page)).openCard.rationale,
    },
    {
      name: 'sheet with all cards on a phone',
      appearances: ON_A_PHONE,
      reach: async page => {
        const review = new ReviewPage(page)
        await review.annotations.getByRole('button', { name: 'Close card' }).click()
        await review.annotations.getByRole('button', { name: '4 annotations' }).click()
        return review.cards.first()
      },
    },
  ],
  [
    {
      name: 'menu "More" on a phone',
      appearances: ON_A_PHONE,
      reach: async page => {
        await reviewed(page, 'ArrowDown', '1')
        await page.getByRole('button', { name: 'More' }).click()
        return page.getByRole('menuitem', { name: 'Export' })
      },
    },
    {
      name: 'overview on a phone',
      appearances: ON_A_PHONE,
      reach: async page => {
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: '1 of 17 reviewed' }).click()
        return new ReviewPage(page).overview.getByRole('progressbar')
      },
    },
  ],
]

for (const walk of WALKS) {
  test(`V39 ${statesOf(walk)}`, ({ page }) => goThrough(page, walk))
}

test('V39 a theme that was chosen stands against that of the system', async ({ page, review }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto('./#/settings')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(background).not.toBe(light)
  await expectAccessible(page, 'dark by choice')
  await review.open()
  await expect.poll(background).not.toBe(light)
  await expectAccessible(page, 'dark by choice')
})

/** An article whose open card has a second version that another tab wrote meanwhile. */
async function withConflict(page: Page): Promise<ReviewPage> {
  const review = await withOpenCard(page)
  const other = new ReviewPage(await page.context().newPage())
  await withEars(other.page)
  await other.page.goto(page.url())
  await other.isReady()
  await stopEars(other.page)
  await review.savedAfter(() => review.openCard.rationale.fill('The ledger says two things.'))
  await other.clickText(POINT)
  await other.openCard.rationale.fill('The ledger is silent.')
  await other.openCard.field('Claimant').fill('')
  await other.savedAfter(() => other.openCard.verdict('Unverified').check({ force: true }))
  await openEars(other.page)
  await other.page.close()
  await expect(review.openCard.button('Keep this one')).toHaveCount(2)
  return review
}
