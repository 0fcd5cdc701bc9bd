import { expect, test } from './fixtures.ts'
import { findOnScreen } from './pages/words-on-screen.ts'
import { LANTERN } from './seeds.ts'

const [TITLE = ''] = LANTERN.text.split('\n')

test('V20 "Continue where you stopped" restores cursor, filter and scroll place; an action or "Dismiss" takes it away', async ({
  page,
  review,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  const offer = page.getByRole('button', { name: 'Continue where you stopped' })
  await review.open(LANTERN)
  await expect(offer).toBeHidden()
  await review.press('ArrowDown', '1', 'Control+End', 'ArrowUp')
  await review.savedAfter(() => review.press('2'))
  await review.filter('Verdicts', 'Disputed').click()
  await review.hasStatements(['disputed', 'Does the bridge now meet Standard B.7?'])
  await review.press('Escape')
  await findOnScreen(review.article, 'Does the bridge now meet') // scrolls there
  const place = await topOfArticle()

  await comeBack()
  await review.reload()
  await expect(page.getByText(/You stopped at segment 16 of 17/)).toBeVisible()
  await review.hasStatements(['verified', TITLE], ['disputed', 'Does the bridge now meet Standard B.7?'])
  await offer.click()

  await expect(review.article).toBeFocused()
  await expect(review.filter('Verdicts', 'Disputed')).toHaveAttribute('aria-pressed', 'true')
  await review.hasStatements(['disputed', 'Does the bridge now meet Standard B.7?'])
  await expect.poll(async () => Math.abs((await topOfArticle()) - place)).toBeLessThan(40)
  await review.press('3')
  await review.overview.getByRole('button', { name: 'Clear filter' }).click()
  await review.hasStatements(['verified', TITLE], ['unverified', 'Does the bridge now meet Standard B.7?'])

  await test.step('the offer goes away with the first action, and when it is dismissed', async () => {
    await comeBack()
    await expect(offer).toBeVisible()
    await review.press('ArrowDown')
    await expect(offer).toBeHidden()
    await comeBack()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(offer).toBeHidden()
  })

  async function comeBack(): Promise<void> {
    await page.getByRole('link', { name: 'Library' }).click()
    await page.getByRole('link', { name: LANTERN.title }).click()
  }

  async function topOfArticle(): Promise<number> {
    return (await review.article.boundingBox())?.y ?? NaN
  }
})

test('V21 the session counts what was tagged, changed, removed and marked, and goes on after a reload', async ({
  review,
}) => {
  await review.open(LANTERN)
  const summary = review.overview.getByRole('region', { name: 'Session summary' })
  await expect(summary).toContainText('A session begins with your first tag.')
  await review.press('ArrowDown', '1', 'ArrowDown', '2', 'ArrowDown', '3', '1', 'Delete', 'ArrowDown', '0')
  await expect(summary.getByRole('listitem')).toHaveCount(1)
  await expect(summary).toContainText('3 tagged, 1 changed, 1 removed, 1 with nothing to check')
  await review.reload()
  await review.press('Control+End')
  await review.savedAfter(() => review.press('1'))
  await expect(summary.getByRole('listitem')).toHaveCount(1)
  await expect(summary).toContainText('4 tagged, 1 changed, 1 removed, 1 with nothing to check')
})

test.describe('with a clock of its own', () => {
  test.use({ hasOwnProfile: true })

  test('V21 active minutes count time at work, not time away; half an hour away begins another session', async ({
    page,
    review,
  }) => {
    await page.clock.install({ time: new Date('2031-02-03T09:00:00Z') })
    await review.open(LANTERN)
    const summary = review.overview.getByRole('region', { name: 'Session summary' })
    await review.press('ArrowDown', '1')
    for (let minute = 0; minute < 3; minute += 1) {
      await page.clock.fastForward(50_000)
      await review.press('ArrowDown')
    }
    await review.press('2')
    await expect(summary).toContainText('3 active minutes · 2 tagged')
    await page.clock.fastForward(20 * 60_000)
    await review.press('ArrowDown', '3')
    await expect(summary).toContainText('3 active minutes · 3 tagged')
    await page.clock.fastForward(31 * 60_000)
    await review.press('ArrowDown', '3')
    await expect(summary.getByRole('listitem')).toHaveCount(2)
    await expect(summary.getByRole('listitem').first()).toContainText('0 active minutes · 1 tagged')
  })
})

test('V22 who begins without a name is asked once, beside the work; name and colour can be changed', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  const question = page.getByRole('textbox', { name: 'What name should stand on your annotations?' })
  await expect(question).toBeHidden()
  await review.press('ArrowDown', '1')
  await expect(question).toBeVisible()
  await expect(review.article).toBeFocused()
  await question.fill('R. Okafor')
  await review.savedAfter(() => page.getByRole('button', { name: 'Save name' }).click())
  await expect(question).toBeHidden()
  await expect(review.article).toBeFocused()
  await expect(review.filter('Reviewers', 'R. Okafor')).toBeVisible()
  await review.reload()

  const opener = page.getByRole('button', { name: 'Your reviewer profile: R. Okafor' })
  await expect(opener).toBeVisible()
  await opener.click()
  const profile = page.getByRole('dialog')
  await profile.getByRole('textbox', { name: 'Name' }).fill('Mx. Ito')
  const colours = profile.getByRole('radiogroup', { name: 'Colour' }).getByRole('radio')
  await colours.nth(2).check()
  await review.savedAfter(() => profile.getByRole('button', { name: 'Save' }).click())
  await review.reload()
  await page.getByRole('button', { name: 'Your reviewer profile: Mx. Ito' }).click()
  await expect(profile.getByRole('textbox', { name: 'Name' })).toHaveValue('Mx. Ito')
  await expect(colours.nth(2)).toBeChecked()
})
