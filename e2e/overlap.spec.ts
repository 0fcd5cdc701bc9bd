import { expect, test } from './fixtures.ts'
import type { ReviewPage } from './pages/review-page.ts'
import { LANTERN } from './seeds.ts'

const LONG = 'The Sarn Steel Co. delivered 96.4 tonnes of cable; the first 1.5 tonnes were sent back.'
const SHORT = '96.4 tonnes of cable'
const CROSSING = 'cable; the first 1.5 tonnes'

const AT_THE_BEGINNING = [
  ['The Sarn Steel Co.', 'delivered', 'The Sarn Steel Co. delivered'],
  ['96.4 tonnes', 'of cable; the first', '96.4 tonnes of cable; the first'],
  ['cable; the', 'sent back.', 'cable; the first 1.5 tonnes were sent back.'],
] as const

test('V8 overlapping annotations each have a card and marks of their own, and each is reached by mouse and keyboard', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await tag(review, LONG, 'Verified')
  await tag(review, SHORT, 'Disputed')
  await tag(review, CROSSING, 'Unverified')
  await review.hasStatements(['verified', LONG], ['disputed', SHORT], ['unverified', CROSSING])
  await expect(review.cards).toHaveCount(3)
  await review.reload()
  await review.hasStatements(['verified', LONG], ['disputed', SHORT], ['unverified', CROSSING])

  await test.step('clicks on one place open the cards one after the other', async () => {
    for (const quote of [SHORT, CROSSING, LONG, SHORT]) {
      await review.clickText('cable; the first')
      await expect(review.openCard.quote).toHaveText(`“${quote}”`)
    }
    await page.keyboard.press('Escape')
  })

  await test.step('Enter opens the cards one after the other', async () => {
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

  await test.step('"." and "," go from one annotation to the next', async () => {
    await review.press('Control+Home')
    for (const quote of [LONG, SHORT, CROSSING]) {
      await review.press('.')
      await expect(review.openCard.quote).toHaveText(`“${quote}”`)
    }
    await review.press(',')
    await expect(review.openCard.quote).toHaveText(`“${SHORT}”`)
  })

  await test.step('a selection that begins where a highlight begins is tagged', async () => {
    for (const [from, upTo, quote] of AT_THE_BEGINNING) {
      await review.selectText(from, upTo)
      await review.tag('Unverified')
      await expect(review.openCard.quote).toHaveText(`“${quote}”`)
      await expect(review.cards).toHaveCount(4)
      await page.keyboard.press('Control+z')
      await expect(review.cards).toHaveCount(3)
    }
  })

  await test.step('deleting one of them leaves the others as they are', async () => {
    await review.card(`“${SHORT}”`).quote.click()
    await review.savedAfter(() => review.openCard.button('Delete annotation').click())
    await review.hasStatements(['verified', LONG], ['unverified', CROSSING])
  })
})

async function tag(review: ReviewPage, words: string, verdict: 'Verified' | 'Disputed' | 'Unverified') {
  await review.selectText(words)
  await review.tag(verdict)
}
