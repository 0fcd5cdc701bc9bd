import { expect, test } from './fixtures.ts'
import { LANTERN } from './seeds.ts'

test('V57 an article is never shown without its highlights', async ({ page, review }) => {
  await review.open(LANTERN)
  await review.selectText('96.4 tonnes of cable')
  await review.savedAfter(() => review.tag('Disputed'))
  await page.addInitScript(() => {
    const frames: boolean[] = []
    Object.assign(window, { framesWithHighlight: frames })
    const look = () => {
      const article = document.querySelector('[role="textbox"][aria-multiline]')
      if (article) frames.push(article.querySelector('mark') !== null)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await review.reload()
  await review.hasStatements(['disputed', '96.4 tonnes of cable'])
  const frames = await page.evaluate(
    () => (window as unknown as { framesWithHighlight: boolean[] }).framesWithHighlight,
  )
  expect(frames.length).toBeGreaterThan(0)
  expect(frames).not.toContain(false)
})
