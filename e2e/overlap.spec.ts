import { expect, test } from './fixtures.ts'
import type { ReviewPage } from './pages/review-page.ts'
import { LANTERN } from './seeds.ts'

const LONG = 'The Sarn Steel Co. delivered 96.4 tonnes of cable; the first 1.5 tonnes were sent back.'
const SHORT = '96.4 tonnes of cable'
const CROSSING = 'cable; the first 1.5 tonnes'

test.beforeEach(async ({ review }) => {
  await review.open(LANTERN)
  await tag(review, LONG, 'Verified')
  await tag(review, SHORT, 'Disputed')
  await tag(review, CROSSING, 'Unverified')
  await review.hasStatements(['verified', LONG], ['disputed', SHORT], ['unverified', CROSSING])
})

test('V8 overlapping annotations each have a card and marks of their own', async ({ review }) => {
  await expect(review.cards).toHaveCount(3)
  await review.reload()
  await review.hasStatements(['verified', LONG], ['disputed', SHORT], ['unverified', CROSSING])
})

test('V8 clicks on one place open the overlapping cards one after the other', async ({ page, review }) => {
  await page.keyboard.press('Escape')
  for (const quote of [SHORT, CROSSING, LONG, SHORT]) {
    await review.clickText('cable; the first')
    await expect(review.openCard.quote).toHaveText(`“${quote}”`)
  }
})

test('V8 Enter opens the overlapping cards one after the other', async ({ page, review }) => {
  await page.keyboard.press('Escape')
  const opened: string[] = []
  for (const _press of [1, 2, 3]) {
    await review.press('Enter')
    await expect(review.openCard.card).toBeFocused()
    opened.push(await review.openCard.quote.innerText())
    await page.keyboard.press('Escape')
    await expect(review.article).toBeFocused()
  }
  expect(opened.toSorted()).toEqual([SHORT, CROSSING, LONG].map(quote => `“${quote}”`).toSorted())
})

test('V8 "." and "," go from one annotation to the next, overlapping or not', async ({ review }) => {
  await review.press('Control+Home')
  for (const quote of [LONG, SHORT, CROSSING]) {
    await review.press('.')
    await expect(review.openCard.quote).toHaveText(`“${quote}”`)
  }
  await review.press(',')
  await expect(review.openCard.quote).toHaveText(`“${SHORT}”`)
})

const AT_THE_BEGINNING = [
  ['The Sarn Steel Co.', 'delivered', 'The Sarn Steel Co. delivered'],
  ['96.4 tonnes', 'of cable; the first', '96.4 tonnes of cable; the first'],
  ['cable; the', 'sent back.', 'cable; the first 1.5 tonnes were sent back.'],
] as const

for (const [from, upTo, quote] of AT_THE_BEGINNING) {
  test(`V8 a selection that begins where a highlight begins is tagged: ${quote}`, async ({ review }) => {
    await review.selectText(from, upTo)
    await review.tag('Unverified')
    await expect(review.openCard.quote).toHaveText(`“${quote}”`)
    await expect(review.cards).toHaveCount(4)
  })
}

test('V8 deleting one of them leaves the others as they are', async ({ review }) => {
  await review.clickText('96.4')
  await expect(review.openCard.quote).toHaveText(`“${SHORT}”`)
  await review.savedAfter(() => review.openCard.button('Delete annotation').click())
  await review.hasStatements(['verified', LONG], ['unverified', CROSSING])
})

async function tag(review: ReviewPage, words: string, verdict: 'Verified' | 'Disputed' | 'Unverified') {
  await review.selectText(words)
  await review.tag(verdict)
}
