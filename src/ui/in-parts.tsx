import { useState, type MouseEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Button } from './button.tsx'
import { useIsPrinting } from './use-is-printing.ts'

interface InPartsProps<T> {
  readonly items: readonly T[]
  readonly atOnce: number
  /** What the button says that shows the next of so many that are left. */
  more(left: number): string
  /** A list with a row for each, or as many elements beside each other. */
  children(shown: readonly T[]): ReactNode
}

/** The first of many things, and a button for the next, the first of which then has the focus. On paper all of them stand. */
export function InParts<T>({ items, atOnce, more, children }: InPartsProps<T>) {
  const [count, setCount] = useState(atOnce)
  const isPrinting = useIsPrinting()
  const left = isPrinting ? 0 : items.length - count

  function showMore({ currentTarget }: MouseEvent) {
    const last = currentTarget.previousElementSibling
    flushSync(() => setCount(count + atOnce))
    // With the last of them the button, which had the focus, is gone.
    const next = last?.matches('ul, ol') ? last.children[count] : last?.nextElementSibling
    if (!(next instanceof HTMLElement)) return
    next.tabIndex = -1
    next.focus()
  }

  return (
    <>
      {children(isPrinting ? items : items.slice(0, count))}
      {left > 0 && (
        <Button look="outlined" onClick={showMore}>
          {more(left)}
        </Button>
      )}
    </>
  )
}
