import type { PlainArticle } from '../made-article.ts'
import { dataOf } from './frame.ts'

/** An article as plain paragraphs, without any editor. */
export interface PlainPage {
  readonly article: PlainArticle
  readonly container: HTMLElement
  /** Fills the container, which is emptied before. */
  build(): void
  /** The text node and the offset in it of an offset in the article's text. */
  placeOf(offset: number): readonly [Text, number]
  rangeOf(statement: { readonly from: number; readonly to: number }): Range
}

/** Reads the article that the page's address names. */
export async function readPlainPage(): Promise<PlainPage> {
  const name = new URL(location.href).searchParams.get('article') ?? 'typical'
  const article = await dataOf<PlainArticle>(`${name}.json`)
  const container = document.querySelector('main')!
  const starts: number[] = []
  let from = 0
  for (const block of [article.title, ...article.paragraphs]) {
    starts.push(from)
    from += block.length + 1
  }

  function placeOf(offset: number): readonly [Text, number] {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return [container.children[low]!.firstChild as Text, offset - starts[low]!]
  }

  return {
    article,
    container,
    build() {
      const blocks = article.paragraphs.map(text => elementOf('p', text))
      container.replaceChildren(elementOf('h1', article.title), ...blocks)
    },
    placeOf,
    rangeOf({ from, to }) {
      const range = document.createRange()
      range.setStart(...placeOf(from))
      range.setEnd(...placeOf(to))
      return range
    },
  }
}

function elementOf(name: string, text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
