import type { Page } from '@playwright/test'
import { injectFaults, noteStatus, type FaultControl, type FaultKind } from './faults/inject-faults.ts'
import { expect, test } from './fixtures.ts'
import { LANTERN } from './seeds.ts'

const RETRY_AFTER = 5000 // ms, as the program has it
const [TITLE = ''] = LANTERN.text.split('\n')

test.use({ hasOwnProfile: true })

const FAULTS: readonly (readonly [kind: FaultKind, status: RegExp])[] = [
  ['quota', /^Not saved: this device is out of room/],
  ['abort', /^Not saved: the connection to the database was lost/],
  ['request-error', /^Not saved: the connection to the database was lost/],
  ['closed', /^Not saved: the connection to the database was lost/],
  ['clone', /^Not saved: the browser refused to write/],
]

// Which call fails is tried in src/store/faults.test.ts; this proves the words on the page, in a real browser.
test('S42 S43 the status says what stops the saving and never "saved"; the browser asks; then all is saved by itself', async ({
  page,
  review,
}) => {
  await page.addInitScript(injectFaults)
  await page.addInitScript(noteStatus)
  await page.clock.install()
  const asked: string[] = []
  page.on('dialog', dialog => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await review.open(LANTERN)
  await review.savedAfter(() => review.press('Control+Home', '3'))
  for (const [kind, status] of FAULTS) {
    await test.step(kind, async () => {
      await review.savedAfter(() => review.press('1'))
      const before = await said(page)
      await page.evaluate(fault => (window as unknown as Faulty).faults.begin(fault), kind)
      await review.press('2')
      await expect(review.status).toHaveText(status)
      await review.hasStatements(['disputed', TITLE])
      expect((await said(page)).slice(before.length)).not.toContain('Saved on this device')
      await page.evaluate(() => (window as unknown as Faulty).faults.end())
      await page.clock.fastForward(RETRY_AFTER)
      await expect(review.status).toHaveText('Saved on this device')
    })
  }
  await page.evaluate(() => (window as unknown as Faulty).faults.begin('quota'))
  await review.press('3')
  await expect(review.status).toHaveText(/^Not saved/)
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await page.evaluate(() => (window as unknown as Faulty).faults.end())
  await page.clock.fastForward(RETRY_AFTER)
  await expect(review.status).toHaveText('Saved on this device')
  await review.reload()
  await review.hasStatements(['unverified', TITLE])
  expect(asked).toHaveLength(1)
})

function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as Faulty).said)
}

interface Faulty {
  readonly faults: FaultControl
  readonly said: readonly string[]
}
