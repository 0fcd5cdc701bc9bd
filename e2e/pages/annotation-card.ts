import type { Locator } from '@playwright/test'

/** One card beside the article. */
export class AnnotationCard {
  readonly card: Locator
  readonly quote: Locator
  readonly rationale: Locator
  readonly tag: Locator

  constructor(card: Locator) {
    this.card = card
    this.quote = card.getByRole('blockquote').getByRole('button')
    this.rationale = card.getByRole('textbox', { name: 'Rationale' })
    this.tag = card.getByRole('textbox', { name: 'Add tag' })
  }

  /** One of the three answers of "Verdict". */
  verdict(name: string): Locator {
    return this.card.getByRole('radiogroup', { name: 'Verdict' }).getByRole('radio', { name, exact: true })
  }

  /** A field by its label. */
  field(label: string): Locator {
    return this.card.getByRole('textbox', { name: label, exact: true })
  }

  /** The fields of one piece of evidence. */
  evidence(number: number): Locator {
    return this.card.getByRole('group', { name: `Evidence ${number}` })
  }

  button(name: string): Locator {
    return this.card.getByRole('button', { name, exact: true })
  }

  /** The box that chooses this card for a change of many. */
  get choice(): Locator {
    return this.card.getByRole('checkbox')
  }
}
