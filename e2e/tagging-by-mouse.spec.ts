import { expect, test } from './fixtures.ts'
import { LANTERN, SEED } from './seeds.ts'

test('V2 a passage selected with the mouse is tagged from the bar and stays after a reload; Escape drops a selection', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.selectText('96.4 tonnes of cable')
  await page.keyboard.press('Escape')
  await expect(review.bar).toBeHidden()
  await expect(review.article).toBeFocused()
  await review.hasStatements()

  await review.selectText('Repairs cost 3.75 million crowns')
  await expect(review.bar.getByRole('button')).toHaveText([/^Verified/, /^Disputed/, /^Unverified/, /^Add note/])
  await review.savedAfter(() => review.tag('Disputed'))
  const mark = review.highlight('Repairs cost 3.75 million crowns')
  await expect(mark).toHaveAttribute('data-verdict', 'disputed')
  await expect(mark).toHaveAttribute('data-annotation-id', /^[0-9a-f-]{36}$/)
  await expect(review.bar).toBeHidden()
  await expect(review.article).toBeFocused()
  await review.reload()
  await review.hasStatements(['disputed', 'Repairs cost 3.75 million crowns'])

  await test.step('"Add note" tags as unverified and puts the focus into the rationale', async () => {
    await review.selectText('96.4 tonnes of cable')
    await review.savedAfter(() => review.bar.getByRole('button', { name: 'Add note' }).click())
    await review.hasStatements(['disputed', 'Repairs cost 3.75 million crowns'], ['unverified', '96.4 tonnes of cable'])
    await expect(review.openCard.rationale).toBeFocused()
  })
})

const PASSAGES = [
  {
    name: 'across sentences',
    from: 'Inspectors found 17 cracked bolts',
    upTo: 'one bolt in nine. The',
    text: 'Inspectors found 17 cracked bolts in pier No. 3, i.e. one bolt in nine. The',
  },
  {
    name: 'across list items',
    from: 'more than planned.',
    upTo: 'A second crossing',
    text: 'more than planned.\nA second crossing',
  },
  {
    name: 'from the title over all points into the body',
    from: 'after 41 days 🌉',
    upTo: 'Lantern Bridge, the only road',
    text: LANTERN.text.slice(
      LANTERN.text.indexOf('after 41 days 🌉'),
      LANTERN.text.indexOf(' between Port Ellory and the isle'),
    ),
  },
  {
    name: 'across paragraphs',
    from: 'and left the meeting.',
    upTo: 'A team of four',
    text: 'and left the meeting.\nA team of four',
  },
  {
    name: 'with emoji made of several characters and combining characters',
    from: 'Ms. Tam̄ba Orrel',
    upTo: 'A team of four 👩🏽‍🔧👨‍🔧 worked',
    text: 'Ms. Tam̄ba Orrel, asked: “Who pays for that?” and left the meeting.\nA team of four 👩🏽‍🔧👨‍🔧 worked',
  },
] as const

test('V2, V3 a selection becomes one annotation, whatever it crosses, and be it a whole article', async ({
  page,
  review,
}) => {
  await review.open()
  await review.article.focus()
  await page.keyboard.press('Control+A')
  await review.tag('Unverified')
  await review.hasStatements(['unverified', SEED.text])
  await review.hasProgress(13, 13)

  await review.open(LANTERN)
  for (const { name, from, upTo, text } of PASSAGES) {
    await test.step(name, async () => {
      await review.selectText(from, upTo)
      await review.savedAfter(() => review.tag('Unverified'))
      await review.hasStatements(['unverified', text])
      await expect(review.cards).toHaveCount(1)
      await review.savedAfter(() => review.press('Control+z'))
      await review.hasStatements()
    })
  }
})

test('V4, V59 a selection grows to whole words, unless Alt is held; in a narrow window it is drawn above the sheet', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.selectText('pectors found 17 crack')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('Inspectors found 17 cracked')
  await review.tag('Verified')
  await review.hasStatements(['verified', 'Inspectors found 17 cracked'])
  await review.press('Control+z')
  await review.hasStatements()

  // With Alt the selection keeps its exact characters.
  await page.keyboard.down('Alt')
  await review.selectText('pectors found 17 crack')
  await page.keyboard.up('Alt')
  await review.tag('Verified')
  await review.hasStatements(['verified', 'pectors found 17 crack'])

  await test.step('words are selected in a narrow window whose sheet is up', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    await review.press('Control+Home', '1', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown', '3')
    await review.selectText('more than planned.', 'A second crossing')
    await review.tag('Verified')
    await review.selectText('cost 3.75 million crowns')
    await review.tag('Disputed')
    await expect(review.openCard.quote).toHaveText('“cost 3.75 million crowns”')
  })
})
