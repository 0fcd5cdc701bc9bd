import { expect, test } from './fixtures.ts'
import { LANTERN } from './seeds.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

const POINT = 'Repairs cost 3.75 million crowns, 12.5 % more than planned.'

const EVIDENCE = {
  'Question it answers': 'What did the repairs cost?',
  'Address (URL)': 'https://ledger.example/bridge',
  Title: 'Ledger of the bridge',
  Publisher: 'Town of Port Ellory',
  Excerpt: 'Repairs: 3,750,000 crowns',
  Published: '2030-05',
  Accessed: '2030-06-01',
  'Archived address': 'https://archive.example/ledger',
}

test('V10 every field of a card saves by itself and is there after a reload, and after leaving the page while typing', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.selectText(POINT)
  await review.tag('Verified')
  const card = review.openCard

  await review.savedAfter(() => card.rationale.fill('The ledger says the same 👍🏽'))
  await card.button('Add claim').click()
  await card.field('Claim, so that it stands alone').fill('The repairs of Lantern Bridge cost 3.75 million crowns.')
  await card.field('Claimant').fill('Harbour office')
  await review.savedAfter(() => card.field('Claim date').fill('2030-05-04'))
  await card.button('Add evidence').click()
  for (const [label, text] of Object.entries(EVIDENCE)) {
    await card.evidence(1).getByRole('textbox', { name: label, exact: true }).fill(text)
  }
  await card.evidence(1).getByRole('combobox', { name: 'Stance' }).selectOption('Context')
  await card.evidence(1).getByRole('combobox', { name: 'Kind' }).selectOption('Secondary')
  await card.button('Add evidence').click()
  await card.evidence(2).getByRole('textbox', { name: 'Title' }).fill('A second source')
  await card.tag.fill('money')
  await card.tag.press('Enter')
  await card.tag.fill('to ask again')
  await review.savedAfter(() => card.tag.press(','))

  await page.reload()
  await review.isReady()
  await review.clickHighlight(POINT)
  await expect(card.rationale).toHaveValue('The ledger says the same 👍🏽')
  await expect(card.field('Claim, so that it stands alone')).toHaveValue(
    'The repairs of Lantern Bridge cost 3.75 million crowns.',
  )
  await expect(card.field('Claimant')).toHaveValue('Harbour office')
  await expect(card.field('Claim date')).toHaveValue('2030-05-04')
  for (const [label, text] of Object.entries(EVIDENCE)) {
    await expect(card.evidence(1).getByRole('textbox', { name: label, exact: true })).toHaveValue(text)
  }
  await expect(card.evidence(1).getByRole('combobox', { name: 'Stance' })).toHaveValue('context')
  await expect(card.evidence(1).getByRole('combobox', { name: 'Kind' })).toHaveValue('secondary')
  await expect(card.evidence(2).getByRole('textbox', { name: 'Title' })).toHaveValue('A second source')
  await expect(card.card.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([
    'money',
    'to ask again',
  ])

  await card.rationale.fill('typed just before the page was closed')
  await expect(review.status).toHaveText('Saving…')
  await page.goto('./#/library')
  await page.getByRole('link', { name: LANTERN.title }).click()
  await review.isReady()
  await review.clickHighlight(POINT)
  await expect(card.rationale).toHaveValue('typed just before the page was closed')
})

test('V10 a piece of evidence and a tag can be taken away; what is not a date is not saved, and the field says why', async ({
  review,
}) => {
  await review.open(LANTERN)
  await review.selectText(POINT)
  await review.tag('Verified')
  const card = review.openCard
  await card.tag.fill('money')
  await card.tag.press('Enter')
  await card.button('Remove tag money').click()
  await expect(card.card.getByRole('list', { name: 'Tags' })).toBeHidden()
  for (const title of ['First source', 'Second source']) {
    await card.button('Add evidence').click()
    await card.card.getByRole('textbox', { name: 'Title' }).last().fill(title)
  }
  await review.savedAfter(() => card.button('Remove evidence 1').click())
  await expect(card.card.getByRole('textbox', { name: 'Title' })).toHaveValue('Second source')

  await card.button('Add claim').click()
  await card.field('Claim date').fill('last Monday')
  await expect(card.field('Claim date')).toHaveAccessibleDescription(/A date looks like/)
  await expect(card.field('Claim date')).toHaveAttribute('aria-invalid', 'true')
  await card.field('Claim date').fill('2030-05')
  await expect(card.field('Claim date')).not.toHaveAttribute('aria-invalid', 'true')
})

test('V11 cards stand level with their statements and never overlap; each leads to the other', async ({ review }) => {
  await review.open(LANTERN)
  await review.selectText('carried 4,250.5 tonnes of freight')
  await review.tag('Verified')
  await review.selectText('“Who pays for that?”')
  await review.tag('Disputed')
  for (const words of ['carried 4,250.5 tonnes of freight', '“Who pays for that?”']) {
    await expect
      .poll(async () => {
        const [mark, card] = [await topOf(review.highlight(words).first()), await topOf(review.card(words).card)]
        return Math.abs(mark - card)
      })
      .toBeLessThan(16)
  }

  await review.press('Control+Home')
  for (let segment = 0; segment < 8; segment += 1) await review.press('ArrowDown', '3')
  await expect(review.cards).toHaveCount(10)
  const opened = (await review.openCard.quote.innerText()).slice(1, -1)
  await expect(review.highlight(opened.slice(0, 20)).first()).toBeInViewport()
  await expect
    .poll(async () => {
      const boxes = await review.cards.evaluateAll(cards =>
        cards.map(card => card.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
      )
      const inOrder = boxes.toSorted((a, b) => a.top - b.top)
      return inOrder.filter((box, index) => box.top < (inOrder[index - 1]?.bottom ?? -Infinity)).length
    })
    .toBe(0)

  await review.press('Control+Home', '1', 'Control+End', '2')
  await review.clickText(LANTERN.title)
  await expect(review.card(LANTERN.title).quote).toHaveAttribute('aria-expanded', 'true')
  const last = review.highlight('The council has not said…')
  await review.card('The council has not said…').quote.click()
  await expect(last).toBeInViewport()
  await expect(review.openCard.quote).toHaveText('“The council has not said…”')
})

test('V12 N and E put the focus into the card; Escape and removing the card return to the article', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', 'n')
  await expect(review.openCard.rationale).toBeFocused()
  await review.savedAfter(async () => {
    await page.keyboard.type('A note')
    await page.keyboard.press('Escape')
  })
  await expect(review.article).toBeFocused()
  await review.press('e')
  await expect(review.openCard.evidence(1).getByRole('textbox', { name: 'Question it answers' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(review.article).toBeFocused()
  await expect(review.openCard.rationale).toHaveValue('A note')

  await review.savedAfter(() => review.openCard.button('Delete annotation').click())
  await expect(review.cards).toHaveCount(0)
  await expect(review.article).toBeFocused()
})

async function topOf(locator: { boundingBox(): Promise<{ y: number } | null> }): Promise<number> {
  return (await locator.boundingBox())?.y ?? NaN
}
