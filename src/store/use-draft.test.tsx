import type { ChangeEvent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aStore } from '../testing/a-store.ts'
import { useDraft } from './use-draft.ts'
import { ReviewStoreContext } from './use-review.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a field that saves by itself', () => {
  it('U13 shows what is stored, and stores what was typed after a pause', async () => {
    const { tab, field, save } = await aField()
    expect(field).toMatchObject({ value: 'stored', 'data-field': 'saved' })
    type(field, 'typed')
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(save.mock.calls).toEqual([['typed']])
    expect(tab.state().saving).toEqual({ kind: 'saved' })
  })

  it('U13 stores at once what was typed when it is left, and once only', async () => {
    const { field, save } = await aField()
    type(field, 'typed')
    field.onBlur()
    expect(save.mock.calls).toEqual([['typed']])
    await vi.advanceTimersByTimeAsync(5000)
    field.onBlur()
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('U14 stores nothing that it refuses', async () => {
    const { tab, field, save } = await aField(value => value.length < 4)
    type(field, 'typed')
    field.onBlur()
    expect(save).not.toHaveBeenCalled()
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    type(field, 'ok')
    field.onBlur()
    expect(save.mock.calls).toEqual([['ok']])
  })

  it('U14 replaces half a surrogate pair', async () => {
    const { field, save } = await aField()
    type(field, 'a\ud83d')
    field.onBlur()
    expect(save.mock.calls).toEqual([['a\ufffd']])
  })
})

type Field = ReturnType<typeof useDraft>

/** A field as React gives it out, in a page that is not drawn again. */
async function aField(isValid?: (value: string) => boolean) {
  const tab = await aStore()
  const save = vi.fn<(value: string) => void>()
  let field: Field | undefined
  function Capturing() {
    field = useDraft('field', 'stored', save, isValid)
    return null
  }
  renderToStaticMarkup(
    <ReviewStoreContext value={tab.store}>
      <Capturing />
    </ReviewStoreContext>,
  )
  return { tab, save, field: field! }
}

function type(field: Field, value: string): void {
  field.onChange({ target: { value } } as ChangeEvent<HTMLInputElement>)
}
