// @vitest-environment jsdom
import { act, createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { InParts } from './in-parts.tsx'

describe('a list that comes in parts', () => {
  let root: Root

  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    document.body.replaceChildren(document.createElement('main'))
    root = createRoot(document.querySelector('main')!)
  })

  afterEach(() => {
    act(() => root.unmount())
    vi.unstubAllGlobals()
  })

  it.each(['list', 'elements beside each other'])(
    'V108 gives the focus to the first row that the button brings: %s',
    kind => {
      show(kind === 'list')
      expect(rows()).toEqual(['1', '2'])
      expect(pressMore()).toBe('3 more')
      expect(rows()).toEqual(['1', '2', '3', '4'])
      expect(document.activeElement?.textContent).toBe('3')
      // The last time the button goes.
      expect(pressMore()).toBe('1 more')
      expect(document.activeElement?.textContent).toBe('5')
      expect(document.querySelector('button')).toBeNull()
    },
  )

  it('V108 stands on paper as a whole, without the button', () => {
    show(true)
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(rows()).toEqual(['1', '2', '3', '4', '5'])
    expect(document.querySelector('button')).toBeNull()
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(rows()).toEqual(['1', '2'])
  })

  function show(isList: boolean): void {
    const children = (shown: readonly string[]) => {
      const elements = shown.map(one => createElement(isList ? 'li' : 'section', { key: one }, one))
      return isList ? createElement('ul', null, elements) : elements
    }
    const items = ['1', '2', '3', '4', '5']
    act(() => root.render(createElement(InParts<string>, { items, atOnce: 2, more: left => `${left} more`, children })))
  }
})

function rows(): readonly (string | null)[] {
  return [...document.querySelectorAll('li, section')].map(({ textContent }) => textContent)
}

function pressMore(): string | null {
  const button = document.querySelector('button')!
  const said = button.textContent
  act(() => {
    button.focus()
    button.click()
  })
  return said
}
