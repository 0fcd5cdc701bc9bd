import type { Verdict } from '../../../src/domain/verdict.ts'
import { frameOf } from './frame.ts'
import { readPlainPage } from './article-page.ts'

/** The floor: plain paragraphs, and the CSS Custom Highlight API with all ranges. Milliseconds of main thread up to the paint. */
export interface Floor {
  build(): Promise<number>
  highlightAll(): Promise<number>
  add(): Promise<number>
  change(): Promise<number>
  remove(): Promise<number>
  clear(): Promise<number>
  /** Frames while the page is scrolled by so many px a frame: milliseconds between them. */
  scroll(frames: number, step: number): Promise<readonly number[]>
}

declare global {
  interface Window {
    floor: Floor
  }
}

const page = await readPlainPage()
const highlights: Readonly<Record<Verdict, Highlight>> = {
  verified: new Highlight(),
  disputed: new Highlight(),
  unverified: new Highlight(),
}
for (const [name, highlight] of Object.entries(highlights)) CSS.highlights.set(name, highlight)
page.build()
let extra: Range | null = null

window.floor = {
  build: async () => {
    clear()
    page.container.replaceChildren()
    await frameOf(() => {})
    return frameOf(() => page.build())
  },
  highlightAll: async () => {
    clear()
    await frameOf(() => {})
    return frameOf(() => {
      for (const statement of page.article.statements) highlights[statement.verdict].add(page.rangeOf(statement))
    })
  },
  add: () =>
    frameOf(() => {
      extra = page.rangeOf({ from: 0, to: 12 })
      highlights.verified.add(extra)
    }),
  change: () =>
    frameOf(() => {
      highlights.verified.delete(extra!)
      highlights.disputed.add(extra!)
    }),
  remove: () => frameOf(() => highlights.disputed.delete(extra!)),
  clear: () => frameOf(clear),
  scroll: (frames, step) =>
    new Promise(resolve => {
      const times: number[] = []
      document.body.scrollTop = 0
      const next = (time: number) => {
        times.push(time)
        if (times.length > frames) return resolve(times.slice(1).map((one, index) => one - times[index]!))
        document.body.scrollTop += step
        requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
    }),
}
document.documentElement.dataset['ready'] = 'yes'

function clear(): void {
  for (const highlight of Object.values(highlights)) highlight.clear()
}
