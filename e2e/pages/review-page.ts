import { setTimeout } from 'node:timers/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { AnnotationCard } from './annotation-card.ts'
import type { Seed } from '../seeds.ts'
import { drawOver, findOnScreen } from './words-on-screen.ts'

/** The verdicts as buttons and radio buttons name them. */
export type VerdictName = 'Verified' | 'Disputed' | 'Unverified'

/** One highlighted annotation: its verdict and its words, with a line feed between blocks. */
export interface Statement {
  readonly verdict: string
  readonly text: string
}

const LONGEST_SAVING = 60_000 // ms on a busy machine

/** The page on which one article is reviewed. */
export class ReviewPage {
  readonly page: Page
  readonly article: Locator
  readonly bar: Locator
  readonly annotations: Locator
  readonly cards: Locator
  readonly overview: Locator
  readonly header: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    // By attributes: to ask each element of a page for its role and name takes five times as long, hundreds of times.
    this.article = page.locator('[role="textbox"][aria-label="Article"]')
    this.bar = page.getByRole('toolbar', { name: 'Tag selection' })
    this.annotations = page.getByRole('region', { name: 'Annotations' })
    this.cards = this.annotations.locator('[role="comment"]') // a role that Playwright does not know by name
    this.overview = page.getByRole('navigation', { name: 'Overview' })
    this.header = page.getByRole('banner')
    this.status = page.locator('header [role="status"]')
  }

  /** Opens Factmark: the article of the first start, or another that comes with it, by its address. Where Factmark is open, it goes there. */
  async open(seed?: Seed): Promise<void> {
    await this.page.goto(seed?.address ?? './')
    if (seed) await expect(this.article).toContainText(seed.title)
    await this.isReady()
  }

  /** Loads the page again, once everything is saved: with unsaved work it would ask first. */
  async reload(): Promise<void> {
    await expect(this.status).toHaveText('Saved on this device')
    await this.page.reload()
    await this.isReady()
  }

  /** Waits for the article to stand there. */
  async isReady(): Promise<void> {
    await expect(this.article).toBeVisible()
    await expect(this.status).toHaveText('Saved on this device')
  }

  /** Draws the mouse over words of the article, or from the beginning of `words` to the end of `upTo`, and waits for the bar. */
  async selectText(words: string, upTo?: string): Promise<void> {
    await drawOver(this.article, words, upTo)
    await expect(this.bar).toBeVisible()
  }

  /** Clicks on the first letter of these words in the article. */
  async clickText(words: string): Promise<void> {
    const { letter } = await findOnScreen(this.article, words)
    await this.page.mouse.click(letter.x, letter.y)
  }

  /** Clicks on the first letter of words that are highlighted, or will be in a moment. */
  async clickHighlight(words: string): Promise<void> {
    await expect(this.highlight(words).first()).toBeVisible()
    await this.clickText(words)
  }

  /** Gives the selection a verdict with the bar beside it. */
  async tag(verdict: VerdictName): Promise<void> {
    await this.bar.getByRole('button', { name: verdict, exact: true }).click()
  }

  /** Puts the focus into the article and presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.article.focus()
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Lets what went before be saved, does something that changes what is stored, and waits for "Saving…" and then "Saved on this device". */
  async savedAfter<T>(action: () => Promise<T>): Promise<T> {
    await expect(this.status).toHaveText('Saved on this device')
    // Noted in the page, from before the action: "Saving…" may stand for a few milliseconds only.
    const heard = await this.status.evaluateHandle(status => {
      const texts: string[] = []
      const listeners: (() => void)[] = []
      new MutationObserver(() => {
        texts.push(status.textContent)
        for (const listener of listeners) listener()
      }).observe(status, { childList: true, characterData: true, subtree: true })
      return { texts, listeners }
    })
    const result = await action()
    // Waited for in the page, too: every question from here takes longer than most of what is saved.
    const saved = heard.evaluate(
      ({ texts, listeners }) =>
        new Promise(resolve => {
          const look = () => texts.at(-1) === 'Saved on this device' && resolve(texts[0])
          listeners.push(look)
          look()
        }),
    )
    const first = await Promise.race([saved, setTimeout(LONGEST_SAVING, undefined, { ref: false })])
    if (first === undefined) {
      saved.catch(() => {})
      throw new Error(
        `Nothing was saved; the status said: ${JSON.stringify(await heard.evaluate(({ texts }) => texts))}`,
      )
    }
    expect(first, 'what the status says at first').toBe('Saving…')
    return result
  }

  /** The marks that highlight these words, or a part of them. */
  highlight(words: string): Locator {
    return this.article.locator('mark[data-annotation-id]').filter({ hasText: words })
  }

  /** All highlighted annotations in the order in which they begin. */
  statements(): Promise<readonly Statement[]> {
    return this.article.evaluate(root => {
      const found = new Map<string, { verdict: string; text: string; block: Element | null }>()
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const { data, parentElement: parent } = walker.currentNode as Text
        const block = parent?.closest('h1, h2, h3, p') ?? null
        for (let mark = parent?.closest('mark'); mark; mark = mark.parentElement?.closest('mark')) {
          const { annotationId: id = '', verdict = '' } = mark.dataset
          const known = found.get(id)
          const text = known ? known.text + (known.block === block ? '' : '\n') + data : data
          found.set(id, { verdict, text, block })
        }
      }
      return [...found.values()].map(({ verdict, text }) => ({ verdict, text }))
    })
  }

  /** Waits until exactly these annotations are highlighted. */
  async hasStatements(...expected: readonly (readonly [verdict: string, text: string])[]): Promise<void> {
    const asShown = expected.map(([verdict, text]) => ({ verdict, text }))
    await expect.poll(() => this.statements(), { intervals: [10, 50, 100] }).toEqual(asShown)
  }

  /** The card whose quote holds these words. */
  card(words: string): AnnotationCard {
    return new AnnotationCard(this.cards.filter({ hasText: words }))
  }

  /** The one card that is open. */
  get openCard(): AnnotationCard {
    return new AnnotationCard(this.cards.filter({ has: this.page.getByRole('button', { expanded: true }) }))
  }

  /** Waits for the overview to count the reviewed segments. */
  async hasProgress(reviewed: number, segments: number): Promise<void> {
    await expect(this.overview.getByText(`${reviewed} of ${segments} reviewed`, { exact: true })).toBeVisible()
  }

  /** A button of the header, such as "Undo". */
  headerButton(name: string): Locator {
    return this.header.getByRole('button', { name, exact: true })
  }

  /** One of the switches that filter, such as "Disputed" or a tag. */
  filter(group: 'Verdicts' | 'Tags' | 'Reviewers', name: string): Locator {
    return this.overview.getByRole('region', { name: group }).getByRole('button', { name })
  }

  /** The field that searches in article and annotations. */
  get search(): Locator {
    return this.overview.getByRole('searchbox', { name: 'Search' })
  }
}
