import type { Bench } from '../row.ts'
import { atMost, told, type Line } from '../report.ts'

const MOST = 230 // kB, without fonts

/** What a first visit transfers, compressed as a good host does, until the first article stands there. */
export async function measureTransfer(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openEmpty()
  const page = await profile.context.newPage()
  const session = await profile.context.newCDPSession(page)
  await session.send('Network.enable')
  const addresses = new Map<string, string>()
  const bytes = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength))
  // Without a service worker, which would fetch everything else meanwhile.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await page.goto(`${bench.host.address}app/`)
  await page.getByRole('textbox', { name: 'Article', exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
  const sumOf = (isMeant: (address: string) => boolean) =>
    [...bytes].reduce((sum, [id, size]) => sum + (isMeant(addresses.get(id) ?? '') ? size : 0), 0) / 1000
  const isFont = (address: string) => address.endsWith('.woff2')
  tell(
    atMost(
      'first visit to the first article, without fonts',
      { values: [sumOf(one => !isFont(one))], unit: 'kB' },
      MOST,
    ),
  )
  tell(told('its fonts', { values: [sumOf(isFont)], unit: 'kB' }))
}
