import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ReviewStoreContext } from '../store/use-review.ts'
import { annotationIn, aStore, everythingSettles, spanOf, type StoreTab } from '../testing/a-store.ts'
import { anEvidence } from '../testing/builders.ts'
import { PrintedCards } from './printed-cards.tsx'

const SECRET = anEvidence({ title: 'Call with an engineer' })
const LOG = anEvidence()

describe('printed cards', () => {
  it('V103 hold no withheld source, nor the version of a conflict that still has it', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    tab.state().edit(id, { evidence: [LOG, SECRET] })
    await tab.state().whenSettled()
    const other = await aStore({ device: tab.device })
    expect(paperOf(tab)).toContain(SECRET.title)
    tab.state().withhold(id, 1)
    // Who has seen more is shown: the version that does not know of the withholding.
    for (const rationale of ['a', 'b', 'Written meanwhile']) other.state().edit(id, { rationale })
    await everythingSettles(tab, other)
    expect(annotationIn(tab, id).content.evidence).toContainEqual(SECRET)
    expect(paperOf(tab)).toContain(LOG.title)
    expect(paperOf(tab)).not.toContain(SECRET.title)
  })
})

function paperOf({ store, state }: StoreTab): string {
  const annotations = [...state().open!.annotations.values()]
  return renderToStaticMarkup(
    createElement(ReviewStoreContext, { value: store }, createElement(PrintedCards, { annotations })),
  )
}
