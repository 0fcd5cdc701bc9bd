import { expect, noteFaults, originOf, test } from './fixtures.ts'

test('V1 an error, a violation of the policy and a foreign request fail a test', async ({ browser, baseURL }) => {
  const context = await browser.newContext()
  const faults: string[] = []
  await noteFaults(context, originOf(baseURL), faults)
  const page = await context.newPage()
  await page.route('https://elsewhere.example/**', route => route.abort())
  await page.goto('./')
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('thrown on purpose')
    })
    console.error('said on purpose')
    const image = new Image()
    image.src = 'https://elsewhere.example/pixel.png'
  })
  await expect.poll(() => faults.join('\n')).toMatch(/thrown on purpose/)
  await expect.poll(() => faults.join('\n')).toMatch(/said on purpose/)
  await expect.poll(() => faults.join('\n')).toMatch(/securitypolicyviolation of img-src/)
  const bare = await context.newPage()
  await bare.route('**/*', route =>
    route.fulfill({ body: '<img src="https://elsewhere.example/pixel.png">', contentType: 'text/html' }),
  )
  await bare.goto('./bare')
  await expect.poll(() => faults.join('\n')).toMatch(/request: https:\/\/elsewhere\.example/)
  await context.close()
})
