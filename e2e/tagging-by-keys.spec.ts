import { expect, test } from './fixtures.ts'
import { selectByTouch } from './pages/words-on-screen.ts'
import { LANTERN } from './seeds.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

const [TITLE = '', FIRST = '', SECOND = '', THIRD = ''] = LANTERN.text.split('\n')

test('V5 an article is walked through and tagged with keys alone, from the address bar on', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await tabTo()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await review.savedAfter(() => page.keyboard.press('2'))
  await review.hasStatements(['disputed', FIRST])
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await review.savedAfter(() => page.keyboard.press('1'))
  await review.hasStatements(['disputed', FIRST], ['verified', SECOND])
  await expect(review.article).toBeFocused()

  /** Presses Tab until the article has the focus. */
  async function tabTo() {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab')
      if (await review.article.evaluate(element => element === document.activeElement)) return
    }
    throw new Error('The article is not reached with Tab.')
  }
})

test('V5 Shift extends the cursor over several segments and shortens it again; what it is on becomes one annotation', async ({
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', '3')
  await review.hasStatements(['unverified', `${FIRST}\n${SECOND}\n${THIRD}`])
  await review.hasProgress(3, 17)
  await review.press(
    'Control+z',
    'Control+Home',
    'ArrowDown',
    'Shift+ArrowDown',
    'Shift+ArrowDown',
    'Shift+ArrowUp',
    '1',
  )
  await review.hasStatements(['verified', `${FIRST}\n${SECOND}`])
})

test('V5 part of a sentence is selected with Shift and the caret, then tagged', async ({ page, review }) => {
  await review.open(LANTERN)
  await review.clickText('Repairs cost 3.75 million crowns')
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 'Repairs cost 3.75'.length; presses += 1)
    await page.keyboard.press('Shift+ArrowRight')
  await expect(review.bar).toBeVisible()
  await page.keyboard.press('2')
  await review.hasStatements(['disputed', 'Repairs cost 3.75'])
})

test('V58 a verdict goes to the words that are selected when its key is pressed', async ({ review }) => {
  await review.open(LANTERN)
  await selectByTouch(review.article, '96.4')
  await expect(review.bar).toBeVisible()
  // In one go, before the browser has reported the longer selection.
  await review.article.evaluate(article => {
    for (const _letter of ' tonnes') getSelection()?.modify('extend', 'forward', 'character')
    article.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', bubbles: true, cancelable: true }))
  })
  await review.hasStatements(['disputed', '96.4 tonnes'])
})

test('V5 the bar is reached with Tab, walked with arrows and left with Escape, or with a verdict by Enter', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.selectText('96.4 tonnes of cable')
  await page.keyboard.press('Tab')
  await expect(review.bar.getByRole('button', { name: 'Verified', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(review.bar.getByRole('button', { name: 'Disputed' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(review.bar.getByRole('button', { name: 'Add note' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(review.article).toBeFocused()
  await expect(review.bar).toBeHidden()

  await review.selectText('96.4 tonnes of cable')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await review.hasStatements(['disputed', '96.4 tonnes of cable'])
  await expect(review.article).toBeFocused()
})

test('V6 the same keys change the verdict of what is tagged already, and so does its card', async ({ review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown')
  for (const [key, verdict] of [
    ['1', 'verified'],
    ['2', 'disputed'],
    ['3', 'unverified'],
    ['1', 'verified'],
  ] as const) {
    await review.savedAfter(() => review.press(key))
    await review.hasStatements([verdict, TITLE])
  }
  await expect(review.cards).toHaveCount(1)
  await review.savedAfter(() => review.openCard.verdict('Disputed').check())
  await review.hasStatements(['disputed', TITLE])
  await expect(review.openCard.verdict('Disputed')).toBeChecked()
  await review.reload()
  await review.hasStatements(['disputed', TITLE])
})

test('V6 the keys tag an unreviewed segment also where a few of its words are annotated already', async ({
  review,
}) => {
  await review.open(LANTERN)
  await review.selectText('3.75 million')
  await review.tag('Verified')
  await review.press('Control+Home', 'ArrowDown', 'u', '2')
  await review.hasStatements(['disputed', SECOND], ['verified', '3.75 million'])
  await review.hasProgress(1, 17)
})

test('V7 0 marks a segment as having nothing to check, and takes the mark away again', async ({ review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('0'))
  await review.hasProgress(1, 17)
  await review.hasStatements()
  await review.reload()
  await review.hasProgress(1, 17)
  await review.press('Control+Home')
  await review.savedAfter(() => review.press('0'))
  await review.hasProgress(0, 17)
})

test('V5 Delete removes the annotation under the cursor', async ({ review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', 'ArrowDown', '2')
  await review.savedAfter(() => review.press('Delete'))
  await review.hasStatements(['verified', TITLE])
})

test('V5 "?" lists the keys, and Escape returns to the article', async ({ page, review }) => {
  await review.open(LANTERN)
  await review.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys.getByRole('row', { name: /Nothing to check here/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await expect(review.article).toBeFocused()
})

test('V5 single keys do nothing once they are switched off; arrows and Ctrl+Z go on', async ({ page, review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await page.goto('./#/settings')
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await page.goBack()
  await review.isReady()
  await review.press('ArrowDown', 'ArrowDown', '2', 'j', '3')
  await review.hasStatements(['verified', TITLE])
  await review.press('Control+z')
  await review.hasStatements()
})

test('V5 with "Move on after tagging" the cursor goes to the next segment by itself', async ({ page, review }) => {
  await review.open(LANTERN)
  await page.goto('./#/settings')
  await page.getByRole('checkbox', { name: 'Move on after tagging' }).check()
  await page.goBack()
  await review.isReady()
  await review.press('ArrowDown', '1', '2', '0', '3')
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST], ['unverified', THIRD])
  await review.hasProgress(4, 17)
})
