import { expect, test } from './fixtures.ts'
import { selectByTouch } from './pages/words-on-screen.ts'
import { LANTERN } from './seeds.ts'

const [TITLE = '', FIRST = '', SECOND = '', THIRD = ''] = LANTERN.text.split('\n')

test('V5 an article is walked through and tagged with keys alone, one segment or several at a time', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await test.step('arrows, J and K move the cursor, digits tag what it is on', async () => {
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
  })

  await test.step('Delete removes the annotation under the cursor', async () => {
    await review.savedAfter(() => review.press('Delete'))
    await review.hasStatements(['disputed', FIRST])
  })

  await test.step('Shift extends the cursor and shortens it again; what it is on becomes one annotation', async () => {
    await review.press('ArrowUp', 'Delete', 'Shift+ArrowDown', 'Shift+ArrowDown', '3')
    await review.hasStatements(['unverified', `${FIRST}\n${SECOND}\n${THIRD}`])
    await review.hasProgress(3, 17)
    await review.press('Control+z', 'Control+Home', 'ArrowDown')
    await review.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp', '1')
    await review.hasStatements(['verified', `${FIRST}\n${SECOND}`])
  })

  /** Presses Tab until the article has the focus. */
  async function tabTo() {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab')
      if (await review.article.evaluate(element => element === document.activeElement)) return
    }
    throw new Error('The article is not reached with Tab.')
  }
})

test('V5, V58 words are selected with Shift and the caret, and tagged by a key or in the bar, with keys alone', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.clickText('Repairs cost 3.75 million crowns')
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 'Repairs cost 3.75'.length; presses += 1)
    await page.keyboard.press('Shift+ArrowRight')
  await expect(review.bar).toBeVisible()
  await page.keyboard.press('2')
  await review.hasStatements(['disputed', 'Repairs cost 3.75'])

  await test.step('a verdict goes to the words that are selected when its key is pressed', async () => {
    await selectByTouch(review.article, '96.4')
    await expect(review.bar).toBeVisible()
    // In one go, before the browser has reported the longer selection.
    await review.article.evaluate(article => {
      for (const _letter of ' tonnes') getSelection()?.modify('extend', 'forward', 'character')
      article.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', bubbles: true, cancelable: true }))
    })
    await review.hasStatements(['disputed', 'Repairs cost 3.75'], ['disputed', '96.4 tonnes'])
  })

  await test.step('the bar is reached with Tab, and left with Escape or with a verdict by Enter', async () => {
    await review.selectText('17 cracked bolts')
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

    await review.selectText('17 cracked bolts')
    for (const key of ['Tab', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    await review.hasStatements(
      ['disputed', 'Repairs cost 3.75'],
      ['disputed', '17 cracked bolts'],
      ['disputed', '96.4 tonnes'],
    )
    await expect(review.article).toBeFocused()
  })
})

test('V6, V7 keys give and change a verdict, and so does its card; 0 marks nothing to check, and takes the mark away', async ({
  review,
}) => {
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

  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('0'))
  await review.hasProgress(2, 17)
  await review.hasStatements(['disputed', TITLE])
  await review.reload()
  await review.hasStatements(['disputed', TITLE])
  await review.hasProgress(2, 17)
  await review.press('Control+Home', 'ArrowDown')
  await review.savedAfter(() => review.press('0'))
  await review.hasProgress(1, 17)

  await test.step('a verdict goes to a segment also where a few of its words are annotated already', async () => {
    await review.selectText('3.75 million')
    await review.tag('Verified')
    await review.press('Control+Home', 'ArrowDown', 'u', '2')
    await review.hasStatements(['disputed', TITLE], ['disputed', SECOND], ['verified', '3.75 million'])
    await review.hasProgress(2, 17)
  })
})

test('V5 "?" lists the keys; single keys can be switched off, and the cursor can move on by itself after a tag', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await test.step('Escape leads from the list of keys back to the article', async () => {
    await review.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect(keys.getByRole('row', { name: /Nothing to check here/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(keys).toBeHidden()
    await expect(review.article).toBeFocused()
  })

  await test.step('once single keys are switched off they do nothing; arrows and Ctrl+Z go on', async () => {
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

  await test.step('with "Move on after tagging" the cursor goes to the next segment', async () => {
    await page.goto('./#/settings')
    await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).check()
    await page.getByRole('checkbox', { name: 'Move on after tagging' }).check()
    await page.goBack()
    await review.isReady()
    await review.press('Control+Home', '1', '2', '0', '3')
    await review.hasStatements(['verified', TITLE], ['disputed', FIRST], ['unverified', THIRD])
    await review.hasProgress(4, 17)
  })
})
