import { expect, test } from './fixtures.ts'
import { LANTERN } from './seeds.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

const [TITLE = '', FIRST = '', SECOND = ''] = LANTERN.text.split('\n')

test('V14 undo and redo by buttons take back and do again: a tag, a verdict, a deletion with all that was written', async ({
  review,
}) => {
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

  await review.clickText(TITLE)
  await review.savedAfter(() => review.openCard.rationale.fill('Still here'))
  await review.openCard.button('Delete annotation').click()
  await review.hasStatements()
  await review.savedAfter(() => undo.click())
  await review.clickText(TITLE)
  await expect(review.openCard.rationale).toHaveValue('Still here')
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

test("V15 while typing, Ctrl+Z is the browser's own; then it takes back what was saved, one pause in typing at a time", async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', 'n')
  const { rationale } = review.openCard
  await page.keyboard.type('abc')
  await page.keyboard.press('Control+z')
  await expect(rationale).not.toHaveValue('abc')
  await expect(rationale).toBeFocused()
  await review.hasStatements(['unverified', TITLE])

  await test.step('once saved, Ctrl+Z in the field takes back what was saved', async () => {
    await review.press('ArrowDown', 'n')
    await review.savedAfter(() => rationale.fill('A whole sentence'))
    await review.savedAfter(() => page.keyboard.press('Control+z'))
    await expect(rationale).toHaveValue('')
    await review.hasStatements(['unverified', TITLE], ['unverified', FIRST])
    await review.savedAfter(() => page.keyboard.press('Control+Shift+z'))
    await expect(rationale).toHaveValue('A whole sentence')
  })

  await test.step('a pause in typing is one step: undo takes back the words, not the annotation', async () => {
    await review.press('ArrowDown', '1')
    await review.savedAfter(() => rationale.fill('First thought'))
    await review.savedAfter(() => rationale.fill('Second thought'))
    await review.press('Control+z')
    await expect(rationale).toHaveValue('First thought')
    await review.press('Control+z')
    await expect(rationale).toHaveValue('')
    await review.hasStatements(['unverified', TITLE], ['unverified', FIRST], ['verified', SECOND])
  })
})
