import { describe, expect, it } from 'vitest'
import { aDevice } from '../testing/a-device.ts'
import { anArticle, aRevision, HARBOUR_ID } from '../testing/builders.ts'

describe('a page that is left', () => {
  it('S47 tells what it is writing, and what it begins to write then; whoever reads next reads that', async () => {
    const device = aDevice()
    const other = device.openTab()
    let leave = () => {}
    const page = device.openTab({ onLeaving: leaving => void (leave = leaving) })
    await page.storage.readLibrary()
    void page.storage.commit({ articles: [anArticle()] })
    expect(other.heard).toEqual([])
    leave()
    void page.storage.commit({ revisions: [aRevision()] })
    const told = { kind: 'changed', articles: [HARBOUR_ID], records: [] }
    expect(other.heard).toEqual([told, told])
    page.close()
    expect(await other.storage.readArticle(HARBOUR_ID)).toMatchObject({
      ok: true,
      value: { article: { id: HARBOUR_ID }, revisions: [{ article: HARBOUR_ID }] },
    })
  })
})
