import { describe, expect, it } from 'vitest'
import { aContent } from '../testing/builders.ts'
import { createUnsavedEdits } from './unsaved-edits.ts'

describe('createUnsavedEdits', () => {
  it('A77 keeps what was edited until it is saved, and lets the browser ask before the window is closed', () => {
    const page = new EventTarget()
    const unsaved = createUnsavedEdits(page as Window)
    const isAsked = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(isAsked()).toBe(false)
    const edited = { content: aContent(), kept: [] }
    unsaved.keep('a', edited)
    expect([unsaved.of('a'), unsaved.of('b'), isAsked()]).toEqual([edited, null, true])
    unsaved.keep('a', null)
    expect([unsaved.of('a'), isAsked()]).toEqual([null, false])
  })
})
