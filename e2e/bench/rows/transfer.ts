import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import type { Bench } from '../row.ts'
import { atMost, told, type Line } from '../report.ts'

const MOST = 230 // kB, without fonts
const MOST_OF_LAYER = 15 // kB

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
  const layer = await layerOf(bench.folders.project)
  tell(atMost('what lays annotations over the text, without libraries', { values: [layer], unit: 'kB' }, MOST_OF_LAYER))
}

/** Compressed kB of what shows an article with its highlights, cursor, bar and search marks: our own code and styles, without libraries, store and cards. */
async function layerOf(project: string): Promise<number> {
  const folder = join(project, 'src/article-view/view/')
  const isOfLayer = (path: string, id: string) => /^[./]/.test(id) && path.startsWith(folder)
  const built = await build({
    root: project,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {
        input: join(folder, 'article-view.tsx'),
        external: (id, importer) => importer !== undefined && !isOfLayer(resolve(dirname(importer), id), id),
        preserveEntrySignatures: 'strict',
      },
    },
  })
  const files = [built].flat().flatMap(one => (one as Rolldown.RolldownOutput).output)
  return files.reduce((sum, file) => sum + gzipSync(file.type === 'chunk' ? file.code : file.source).length, 0) / 1000
}
