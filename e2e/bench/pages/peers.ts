import { createTextPositionSelectorMatcher, highlightText } from '@apache-annotator/dom'
import { createTextAnnotator, type RecogitoAnnotation, type RecogitoAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import { readPlainPage } from './article-page.ts'
import { frameOf, framesOf } from './frame.ts'
import { wrapLikeHypothesis } from './hypothesis-highlighter.ts'

/** The tools that Factmark is measured against. Milliseconds until the frame is painted, or until `limit` ms have passed. */
export interface Peers {
  load(peer: Peer): Promise<number>
  add(peer: Peer): Promise<number>
  change(peer: Peer): Promise<number>
  remove(peer: Peer): Promise<number>
}

export type Peer = 'recogito-spans' | 'recogito-css' | 'hypothesis' | 'apache'

declare global {
  interface Window {
    peers: Peers
  }
}

const page = await readPlainPage()
page.build()
let recogito: RecogitoAnnotator | null = null

/** These tools count what the elements hold, without the line feeds between them. */
const placed = page.article.statements.map((statement, index) => ({
  ...statement,
  ...withoutLineFeeds(statement),
  index,
}))
const one = { id: 'extra', verdict: 'verified', start: 2, end: 14, exact: page.article.title.slice(2, 14) } as const
let takeAway: () => void = () => {}

window.peers = {
  async load(peer) {
    page.build()
    await frameOf(() => {})
    switch (peer) {
      case 'recogito-spans':
      case 'recogito-css':
        recogito?.destroy()
        recogito = createTextAnnotator(page.container, {
          renderer: peer === 'recogito-spans' ? 'SPANS' : 'CSS_HIGHLIGHTS',
        })
        await frameOf(() => {})
        // What it draws follows its own animation frames.
        return framesOf(async () => {
          recogito?.setAnnotations(placed.map(asRecogito))
          await nextFrame()
          await nextFrame()
        })
      case 'hypothesis':
        return framesOf(async () => {
          for (const statement of placed) await wrapLikeHypothesis(page.container, statement)
        })
      case 'apache':
        return framesOf(async () => {
          for (const { start, end, verdict } of placed) await highlightLikeApache(start, end, verdict)
        })
    }
  },
  add(peer) {
    if (peer === 'apache') {
      return framesOf(async () => (takeAway = await highlightLikeApache(one.start, one.end, one.verdict)))
    }
    if (peer === 'hypothesis') {
      return framesOf(async () => (takeAway = await wrapLikeHypothesis(page.container, one)))
    }
    return framesOf(async () => {
      recogito?.addAnnotation(asRecogito(one))
      await nextFrame()
    })
  },
  change(peer) {
    if (peer === 'apache') {
      return framesOf(async () => {
        takeAway()
        takeAway = await highlightLikeApache(one.start, one.end, 'disputed')
      })
    }
    if (peer === 'hypothesis') {
      return framesOf(async () => {
        takeAway()
        takeAway = await wrapLikeHypothesis(page.container, one)
      })
    }
    return framesOf(async () => {
      recogito?.updateAnnotation(asRecogito({ ...one, verdict: 'disputed' }))
      await nextFrame()
    })
  },
  remove(peer) {
    if (peer === 'apache' || peer === 'hypothesis') return frameOf(() => takeAway())
    return framesOf(async () => {
      recogito?.removeAnnotation(one.id)
      await nextFrame()
    })
  },
}
document.documentElement.dataset['ready'] = 'yes'

function nextFrame(): Promise<unknown> {
  return new Promise(resolve => requestAnimationFrame(resolve))
}

async function highlightLikeApache(start: number, end: number, verdict: string): Promise<() => void> {
  const match = createTextPositionSelectorMatcher({ type: 'TextPositionSelector', start, end })
  for await (const range of match(page.container)) return highlightText(range, 'mark', { 'data-verdict': verdict })
  throw new Error('Apache Annotator did not find a place.')
}

interface Placed {
  readonly id: string
  readonly verdict: string
  readonly start: number
  readonly end: number
  readonly exact: string
}

function asRecogito({ id, verdict, start, end, exact }: Placed): RecogitoAnnotation {
  return {
    id,
    bodies: [{ id: `${id}-body`, annotation: id, purpose: 'classifying', value: verdict }],
    target: { annotation: id, selector: [{ quote: exact, start, end }] },
  }
}

function withoutLineFeeds({ from, to }: { readonly from: number; readonly to: number }) {
  const blocks = blocksBefore(from)
  return { start: from - blocks, end: to - blocks }
}

function blocksBefore(offset: number): number {
  let end = page.article.title.length
  let blocks = 0
  for (const paragraph of page.article.paragraphs) {
    if (end >= offset) return blocks
    blocks += 1
    end += paragraph.length + 1
  }
  return blocks
}
