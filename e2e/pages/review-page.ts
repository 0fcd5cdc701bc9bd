import { expect, type Locator, type Page } from '@playwright/test'
import { AnnotationCard } from './annotation-card.ts'
import { findOnScreen } from './words-on-screen.ts'

/** The verdicts as buttons and radio buttons name them. */
export type VerdictName = 'Verified' | 'Disputed' | 'Unverified'

/** What is highlighted in the article: one annotation with its verdict and its words; blocks end in a line feed. */
export interface Statement {
  readonly id: string
  readonly verdict: string
  readonly text: string
}

const SAVING = 'Saving…'
const SAVED = 'Saved on this device'

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
    this.article = page.getByRole('textbox', { name: 'Article', exact: true })
    this.bar = page.getByRole('toolbar', { name: 'Tag selection' })
    this.annotations = page.getByRole('region', { name: 'Annotations' })
    this.cards = this.annotations.locator('[role="comment"]') // a role that Playwright does not know by name
    this.overview = page.getByRole('navigation', { name: 'Overview' })
    this.header = page.getByRole('banner')
    this.status = this.header.getByRole('status')
  }

  /** Opens Factmark: the article of the first start, or the one in the library that has this name. */
  async open(title?: string): Promise<void> {
    await this.page.goto(title === undefined ? './' : './#/library')
    if (title !== undefined) await this.page.getByRole('link', { name: title }).click()
    await this.isReady()
  }

  /** Waits for the article to stand there. */
  async isReady(): Promise<void> {
    await expect(this.article).toBeVisible()
    await expect(this.status).toHaveText(SAVED)
  }

  /** The article's words as they can be read, its blocks in lines. */
  text(): Promise<string> {
    return this.article.innerText()
  }

  /** Draws the mouse over words of the article, or from the first to the last of two passages. */
  async selectText(words: string, upTo: string = words): Promise<void> {
    const { start } = await findOnScreen(this.article, words)
    const first = upTo === words ? start : (await findOnScreen(this.article, words)).start
    const { end } = await findOnScreen(this.article, upTo)
    const began = upTo === words ? first : await this.startOf(words, upTo)
    await this.page.mouse.move(began.x, began.y)
    await this.page.mouse.down()
    await this.page.mouse.move((began.x + end.x) / 2, (began.y + end.y) / 2, { steps: 3 })
    await this.page.mouse.move(end.x, end.y, { steps: 3 })
    await this.page.mouse.up()
  }
}
