import { strToU8, zipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { EVIL, hostileVectors, type Vector } from './hostile/vectors.ts'
import { expect, test } from './fixtures.ts'
import { IS_LONG } from '../src/testing/effort.ts'
import { storedRecords } from './stored-records.ts'

declare global {
  var fire: (id: number) => Promise<void>
  var fired: { readonly push: (id: number) => void }
}

const VECTORS = hostileVectors()

test('I40 an unprotected page fires on at least 50 of the hostile vectors', async ({ browser }) => {
  expect(new Set(VECTORS.map(({ markup }) => markup)).size).toBeGreaterThanOrEqual(300)
  const watched = await watchedContext(browser, {})
  await watched.context.route('**/*', route =>
    route.request().url().startsWith('http://control.example/')
      ? route.fulfill({ contentType: 'text/html', body: '<p>x' })
      : route.abort(),
  )
  const shown = VECTORS.filter(vector => isSelfContained(vector) && !LEAVES_PAGE.test(vector.markup))
  for (let from = 0; from < shown.length; from += GROUP) {
    // Each page stays until the end: what loads first and fires then has its time.
    const page = await watched.context.newPage()
    await page.goto(`http://control.example/${from}`)
    await page.evaluate(
      markups => {
        // eslint-disable-next-line no-restricted-syntax -- this page is the one without protection
        for (const markup of markups) document.body.append(document.createRange().createContextualFragment(markup))
      },
      shown.slice(from, from + GROUP).map(({ markup }) => markup),
    )
  }
  await expect.poll(() => watched.hits.size).toBeGreaterThanOrEqual(50)
  await watched.context.close()
})

const GROUP = 120 // vectors in one page: they come into each other's way, and 72 still fire
// The policy is a second wall, behind what is tried without it.
const AT_ONCE = IS_LONG ? { alone: 1, behindPolicy: 10 } : { alone: 40, behindPolicy: 80 }
const LEAVES_PAGE = /refresh|<base|<form|<portal|<frame/i

for (const bypassCSP of [false, true]) {
  test(`I40 nothing hostile runs or loads, at any way in, ${bypassCSP ? 'without' : 'with'} the policy`, async ({
    browser,
    baseURL,
  }) => {
    test.slow() // some hundred files and pastes, one after the other
    const atOnce = bypassCSP ? AT_ONCE.alone : AT_ONCE.behindPolicy
    const watched = await watchedContext(browser, { bypassCSP, baseURL: baseURL! })
    const page = await watched.context.newPage()
    await page.goto('./#/new')
    await expect(page.getByLabel('Open files')).toBeVisible()
    const before = await storedRecords(page)
    expect(await comeEach(page, pastesOf(VECTORS, atOnce))).toEqual([])
    const unsettled = await openEach(page, filesOf(VECTORS, atOnce))
    expect(unsettled).toEqual([])
    expect(await storedRecords(page)).toBe(before)
    // The last file holds all of them, and is reviewed.
    await page.getByRole('button', { name: 'Start review' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Everything' })).toBeVisible()
    await page.mouse.move(300, 300)
    await watched.context.close()
    expect({ hits: [...watched.hits], foreign: watched.foreign, errors: watched.errors }).toEqual({
      hits: [],
      foreign: [],
      errors: [],
    })
  })
}

/** A browser profile of its own, in which requests to elsewhere, dialogs and uncaught errors are noted and stopped. */
async function watchedContext(browser: Browser, options: Parameters<Browser['newContext']>[0]) {
  const context: BrowserContext = await browser.newContext(options)
  const watched = { context, hits: new Set<number>(), foreign: [] as string[], errors: [] as string[] }
  const own = options?.baseURL
  context.on('request', request => {
    const url = request.url()
    if (url.startsWith(EVIL)) watched.hits.add(Number.parseInt(url.slice(EVIL.length), 10))
    else if (own !== undefined && /^(https?|wss?):/.test(url) && !url.startsWith(own)) watched.foreign.push(url)
  })
  context.on('weberror', fault => void watched.errors.push(String(fault.error())))
  context.on('dialog', dialog => void watched.errors.push(dialog.message()))
  await context.exposeBinding('fire', (_, id: number) => void watched.hits.add(id))
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker') // nothing of this is about working offline
    globalThis.fired = { push: id => void globalThis.fire(id) }
  })
  return watched
}

/** All vectors as pages; groups of them as Markdown and as web archives; all in one page at last. */
function filesOf(vectors: readonly Vector[], atOnce: number) {
  const groups = inGroups(vectors, Math.max(atOnce, 8))
  const words = '<p>The bridge of Port Ellory is open again, the mayor said.</p>'
  const page = (title: string, markup: string) =>
    `<!doctype html><html lang=en><h1>${title}</h1>${words}<div>${markup}</div>${words}`
  return [
    ...fewAtOnce(vectors, atOnce).map((markup, index) => [`page-${index}`, page(`Vectors ${index}`, markup)] as const),
    ...groups.map(
      (group, index) =>
        [`text-${index}.md`, `# Group ${index}\n\n${group.map(({ markup }) => markup).join('\n\n')}`] as const,
    ),
    ...groups.map(
      (group, index) =>
        [`archive-${index}`, archiveOf(page(`Group ${index}`, group.map(({ markup }) => markup).join('')))] as const,
    ),
    ['hostile.docx', hostileDocument(vectors)] as const,
    [
      'all',
      page(
        'Everything',
        vectors
          .filter(isSelfContained)
          .map(({ markup }) => `<p>${markup}</p>`)
          .join(''),
      ),
    ] as const,
  ]
}

function archiveOf(markup: string): string {
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n\r\n'
  const body = Buffer.from(markup).toString('base64')
  return `${head}--edge\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--edge--\r\n`
}

/** So many vectors in one piece of markup; of those that swallow what follows a tenth as many. */
function fewAtOnce(vectors: readonly Vector[], atOnce: number): readonly string[] {
  const swallowing = vectors.filter(vector => !isSelfContained(vector))
  const groups = [...inGroups(swallowing, Math.ceil(atOnce / 10)), ...inGroups(vectors.filter(isSelfContained), atOnce)]
  return groups.map(group => group.map(({ markup }) => markup).join(''))
}

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

/** What could be in a clipboard or a drop, as other pages and as editors of this kind write it. */
function pastesOf(vectors: readonly Vector[], atOnce: number): readonly string[] {
  const wrappings = [
    (markup: string) => `<p>pasted ${markup}</p>`,
    (markup: string) => `<meta charset=utf-8><div data-pm-slice="1 1 []"><p>pasted</p>${markup}</div>`,
  ]
  return fewAtOnce(vectors, atOnce).map((markup, index) => wrappings[index % 2]!(markup))
}

/** Lets markup come into the text by all ways in turn, and waits for what becomes of it. Returns what nothing came of. */
function comeEach(page: Page, markups: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async list => {
    const text = document.querySelector('[role=textbox]')!
    const unsettled: string[] = []
    for (const [index, markup] of list.entries()) {
      const data = new DataTransfer()
      data.setData('text/html', markup)
      data.setData('text/plain', 'pasted')
      const { x, y } = text.firstElementChild!.getBoundingClientRect()
      const common = { bubbles: true, cancelable: true }
      const event = [
        new ClipboardEvent('paste', { ...common, clipboardData: data }),
        new DragEvent('drop', { ...common, dataTransfer: data, clientX: x + 5, clientY: y + 30 }),
        new InputEvent('beforeinput', { ...common, dataTransfer: data, inputType: 'insertFromPaste' }),
      ][index % 3]!
      const settled = new Promise<boolean>(resolve => {
        const patience = setTimeout(() => resolve(false), 20_000)
        const watching = new MutationObserver(() => {
          clearTimeout(patience)
          watching.disconnect()
          resolve(true)
        })
        watching.observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true })
      })
      text.dispatchEvent(event)
      if (!event.defaultPrevented || !(await settled)) unsettled.push(markup)
    }
    return unsettled
  }, markups)
}

/** A document of Word whose words, links, pictures and embedded page are hostile. */
function hostileDocument(vectors: readonly Vector[]): readonly number[] {
  const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
  const addresses = vectors.map(
    ({ id, markup }) => [id, /(?:href|src)="?([^">\s]+)/.exec(markup)?.[1] ?? EVIL + id] as const,
  )
  const body = vectors.map(
    ({ id, markup }) =>
      `<w:p><w:hyperlink r:id="l${id}"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:t>${escaped(markup)}</w:t></w:r>` +
      `<w:r><w:drawing><a:blip r:link="p${id}"/></w:drawing></w:r></w:p>`,
  )
  const relations = addresses.map(
    ([id, address]) =>
      `<Relationship Id="l${id}" Type="${OFFICE}/hyperlink" Target="${escaped(address)}" TargetMode="External"/>` +
      `<Relationship Id="p${id}" Type="${OFFICE}/image" Target="${EVIL}${id}" TargetMode="External"/>`,
  )
  const page = vectors.filter(isSelfContained).map(({ markup }) => markup)
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="html" ContentType="text/html"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations.join('')}<Relationship Id="page" Type="${OFFICE}/aFChunk" Target="page.html"/></Relationships>`,
    'word/page.html': page.join(''),
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>${body.join('')}<w:altChunk r:id="page"/></w:body></w:document>`,
  }
  return [...zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))]
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Whether a vector leaves what comes after it as markup. */
function isSelfContained({ markup }: Vector): boolean {
  return (
    !/<(plaintext|xmp|textarea|title|style|noembed|noframes|listing|select|frameset|!--|!\[|math|svg|script|template|noscript|iframe)\b/i.test(
      markup,
    ) || /<\/(svg|style|script|iframe|template|math)>\s*$/i.test(markup)
  )
}

/** Opens files one after the other as a person would, and waits for what the page says of each. Returns those it said nothing of. */
function openEach(
  page: Page,
  files: readonly (readonly [name: string, content: string | readonly number[]])[],
): Promise<readonly string[]> {
  return page.evaluate(async list => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!
    const main = document.querySelector('main')!
    const unsettled: string[] = []
    for (const [name, content] of list) {
      const chosen = new DataTransfer()
      chosen.items.add(new File([typeof content === 'string' ? content : Uint8Array.from(content)], name))
      const said = new Promise<boolean>(resolve => {
        const patience = setTimeout(() => resolve(false), 20_000)
        const look = () => {
          const isSaid = [...main.querySelectorAll('[role=status], [role=alert]')].some(
            ({ textContent, role }) =>
              textContent.includes(`“${name}” was read`) || (role === 'alert' && textContent !== ''),
          )
          if (!isSaid) return
          clearTimeout(patience)
          watching.disconnect()
          resolve(true)
        }
        const watching = new MutationObserver(look)
        watching.observe(main, { subtree: true, childList: true, characterData: true })
      })
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
      if (!(await said)) unsettled.push(name)
    }
    return unsettled
  }, files)
}
