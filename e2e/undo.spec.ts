import { expect, test } from './fixtures.ts'
import { LANTERN } from './seeds.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

const [TITLE = '', FIRST = ''] = LANTERN.text.split('\n')

test('V14 undo and redo by buttons take back and do again: a tag, a verdict, a deletion', async ({ review }) => {
  await review.open(LANTERN)
  const [undo, redo] = [review.headerButton('Undo'), review.headerButton('Redo')]
  await expect(undo).toBeDisabled()
  await review.press('ArrowDown', '1', '2')
  await review.savedAfter(() => review.press('Delete'))
  await review.hasStatements()

  await review.savedAfter(() => undo.click())
  await review.hasStatements(['disputed', TITLE])
  await review.savedAfter(() => undo.click())
  await review.hasStatements(['verified', TITLE])
  await review.savedAfter(() => undo.click())
  await review.hasStatements()
  await expect(undo).toBeDisabled()

  await redo.click()
  await redo.click()
  await review.savedAfter(() => redo.click())
  await review.hasStatements()
  await expect(redo).toBeDisabled()
  await review.savedAfter(() => undo.click())
  await review.hasStatements(['disputed', TITLE])
  await review.reload()
  await review.hasStatements(['disputed', TITLE])
})

test('V14 undo and redo by keys; a new change clears what could be done again', async ({ review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', 'ArrowDown', '2')
  await review.savedAfter(() => review.press('Control+z'))
  await review.hasStatements(['verified', TITLE])
  await review.savedAfter(() => review.press('Control+Shift+z'))
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST])
  await review.press('Control+z', 'Control+z')
  await review.hasStatements()
  await review.savedAfter(() => review.press('Control+y'))
  await review.hasStatements(['verified', TITLE])
  await expect(review.headerButton('Redo')).toBeEnabled()
  await review.press('Control+Home', 'ArrowDown', '2')
  await expect(review.headerButton('Redo')).toBeDisabled()
})

test('V14 a deletion comes back with everything that was written', async ({ review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await review.savedAfter(() => review.openCard.rationale.fill('Still here'))
  await review.openCard.button('Delete annotation').click()
  await review.hasStatements()
  await review.savedAfter(() => review.headerButton('Undo').click())
  await review.clickText(TITLE)
  await expect(review.openCard.rationale).toHaveValue('Still here')
})

test("V15 while typing, Ctrl+Z is the browser's own", async ({ page, review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', 'n')
  await page.keyboard.type('abc')
  await page.keyboard.press('Control+z')
  await expect(review.openCard.rationale).not.toHaveValue('abc')
  await expect(review.openCard.rationale).toBeFocused()
  await review.hasStatements(['unverified', TITLE])
})

test('V15 once saved, Ctrl+Z in the field takes back what was saved', async ({ page, review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', 'n')
  const { rationale } = review.openCard
  await review.savedAfter(() => rationale.fill('A whole sentence'))
  await review.savedAfter(() => page.keyboard.press('Control+z'))
  await expect(rationale).toHaveValue('')
  await review.hasStatements(['unverified', TITLE])
  await review.savedAfter(() => page.keyboard.press('Control+Shift+z'))
  await expect(rationale).toHaveValue('A whole sentence')
})

test('V15 a pause in typing is one step: undo takes back the words, not the annotation', async ({ review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  const { rationale } = review.openCard
  await review.savedAfter(() => rationale.fill('First thought'))
  await review.savedAfter(() => rationale.fill('Second thought'))
  await review.press('Control+z')
  await expect(rationale).toHaveValue('First thought')
  await review.press('Control+z')
  await expect(rationale).toHaveValue('')
  await review.hasStatements(['verified', TITLE])
})
