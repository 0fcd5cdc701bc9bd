import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { HistoryPanel } from './pages/history-panel.ts'
import { ReviewPage } from './pages/review-page.ts'
import { LANTERN } from './seeds.ts'
import { openEars, stopEars, withEars } from './tab-ears.ts'

const [TITLE = ''] = LANTERN.text.split('\n')

test('V46 an annotation that was edited in two tabs shows both, and one is kept', async ({ context, page }) => {
  const { here, there } = await twoTabs(context, page)
  await edits({ here, there, mine: 'Closed for ten days.', theirs: 'Closed for two weeks.' })
  await openEars(there.page)
  for (const tab of [here, there]) {
    await expect(tab.page.getByText('An annotation was edited in two places: both versions are kept')).toBeAttached()
    await expect(tab.overview.getByRole('button', { name: '1 edited in two places' })).toBeVisible()
  }

  await here.page.keyboard.press('Escape')
  await here.page.keyboard.press('Escape')
  await expect(here.card(TITLE).card).toContainText('Edited in two places: both are kept.')
  await here.overview.getByRole('button', { name: '1 edited in two places' }).click()
  const both = here.openCard.card.getByRole('region', { name: 'Versions that stand beside each other' })
  await expect(both).toContainText('Edited in two places: both are kept.')
  const theirs = both.getByRole('region').filter({ hasText: 'weeks' })
  await expect(theirs.locator('mark')).toHaveText(/only here: two weeks;/)
  await expect(both.getByRole('region').filter({ hasText: 'days' }).locator('mark')).toHaveText(/only here: ten days;/)

  await here.savedAfter(() => theirs.getByRole('button', { name: 'Keep this one' }).click())
  for (const tab of [here, there]) {
    await expect(tab.openCard.rationale).toHaveValue('Closed for two weeks.')
    await expect(tab.openCard.card.getByText('Edited in two places')).toHaveCount(0)
  }
  await expect(here.openCard.card).toBeFocused()
  await here.openCard.button('History').click()
  const history = new HistoryPanel(here.page)
  await history.hasVersions(4)
  await expect(history.version(4)).toContainText('Brought together')
  await expect(history.version(2)).toContainText('Written without knowing version 3.')
  await expect(history.version(3)).toContainText('Written without knowing version 2.')
})

test('V46 what is typed stays beside what another tab says and can be kept; keys alone settle it, after a reload too', async ({
  context,
  page,
}) => {
  const { here, there } = await twoTabs(context, page)
  await edits({ here, there, mine: 'Mine', theirs: 'Theirs' })
  const { rationale } = there.openCard
  await expect(rationale).toBeFocused()
  await rationale.pressSequentially(' and mo')
  await openEars(there.page)
  const both = there.openCard.card.getByRole('region', { name: 'Versions that stand beside each other' })
  await expect(both).toBeVisible()
  await expect(rationale).toBeFocused()
  await expect(rationale).toHaveValue('Theirs and mo')
  await there.savedAfter(() => rationale.pressSequentially('re'))
  await expect(rationale).toHaveValue('Theirs and more')
  await expect(both).toBeVisible()
  await expect(here.openCard.rationale).toHaveValue('Mine')

  await there.savedAfter(() =>
    both
      .getByRole('region')
      .filter({ hasText: 'Theirs and more' })
      .getByRole('button', { name: 'Keep this one' })
      .click(),
  )
  for (const tab of [here, there]) {
    await expect(tab.openCard.rationale).toHaveValue('Theirs and more')
    await expect(tab.overview.getByRole('button', { name: /edited in two places/ })).toHaveCount(0)
  }

  await edits({ here, there, mine: 'Mine again', theirs: 'Theirs again' })
  await openEars(there.page)
  await there.page.close()
  await here.reload()
  await here.press('ArrowDown', 'Enter')
  await expect(here.openCard.card).toBeFocused()
  const keep = here.openCard.card.getByRole('button', { name: 'Keep this one' })
  await expect(keep).toHaveCount(2)
  for (let press = 0; press < 4; press += 1) await here.page.keyboard.press('Tab') // box, quote, sign, first version
  await expect(keep.first()).toBeFocused()
  await here.savedAfter(() => here.page.keyboard.press('Enter'))
  await expect(keep).toHaveCount(0)
  await expect(here.openCard.card).toBeFocused()
  await here.page.keyboard.press('Escape')
  await expect(here.article).toBeFocused()
})

interface Edits {
  readonly here: ReviewPage
  readonly there: ReviewPage
  readonly mine: string
  readonly theirs: string
}

/** Two tabs write the rationale of the same statement; the other one has not heard of this one's. */
async function edits({ here, there, mine, theirs }: Edits): Promise<void> {
  await stopEars(there.page)
  await here.savedAfter(() => here.openCard.rationale.fill(mine))
  await there.savedAfter(() => there.openCard.rationale.fill(theirs))
}

/** Two tabs with the same open card. */
async function twoTabs(context: BrowserContext, page: Page) {
  const here = new ReviewPage(page)
  await here.open(LANTERN)
  await here.press('ArrowDown')
  await here.savedAfter(() => here.press('1'))
  const there = new ReviewPage(await context.newPage())
  await withEars(there.page)
  await there.page.goto(page.url())
  await there.isReady()
  await there.press('ArrowDown')
  await expect(there.openCard.rationale).toBeVisible()
  return { here, there }
}
