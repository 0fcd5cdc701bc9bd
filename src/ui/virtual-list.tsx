import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useIsPrinting } from './use-is-printing.ts'
import './virtual-list.css'

interface VirtualListProps<T> {
  readonly items: readonly T[]
  /** Px that a row takes about, until it was measured. */
  readonly rowHeight: number
  readonly className: string
  /** The list's name for assistive technology, where it has no heading of its own. */
  readonly label?: string
  readonly labelledBy?: string
  keyOf(item: T): string
  children(item: T): ReactNode
}

/**
 * A list that is scrolled with the page and may have thousands of rows: only those near the view are in the document,
 * and the one that had the focus last, between its neighbours, so that keys go on from it. Each says which of how many it
 * is. On paper all of them stand.
 */
export function VirtualList<T>({
  items,
  rowHeight,
  className,
  label,
  labelledBy,
  keyOf,
  children,
}: VirtualListProps<T>) {
  const [{ page, top }, setPlace] = useState<Place>({ page: null, top: 0 })
  const [focused, setFocused] = useState<string | null>(null)
  const isPrinting = useIsPrinting()
  const held = useMemo(
    () => (focused === null ? -1 : items.findIndex(item => keyOf(item) === focused)),
    [items, focused, keyOf],
  )
  const getItemKey = useCallback((index: number) => keyOf(items[index]!), [items, keyOf])
  // oxlint-disable-next-line react/incompatible-library -- what it answers is used here and handed to nobody
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => page,
    estimateSize: () => rowHeight,
    enabled: page !== null,
    initialOffset: () => page?.scrollTop ?? 0,
    getItemKey,
    overscan: 12, // rows, so that the next one is there for the Tab key
    scrollMargin: top,
    rangeExtractor: range => withHeld(defaultRangeExtractor(range), held, items.length),
  })
  // Where it begins on the page; what comes and goes above it later is less than the rows that are in reserve.
  const measure = useCallback((list: HTMLUListElement | null) => {
    if (!list) return
    const page = list.closest('.app-page')
    if (!page) throw new Error('A long list must stand in a page that is scrolled.')
    setPlace({ page, top: list.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop })
  }, [])
  const naming = { 'aria-label': label, 'aria-labelledby': labelledBy }
  if (isPrinting)
    return (
      <ul className={className} {...naming}>
        {items.map(item => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
    )
  return (
    <ul ref={measure} className={`virtual-list ${className}`} style={{ blockSize: rows.getTotalSize() }} {...naming}>
      {rows.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          onFocus={() => setFocused(keyOf(items[index]!))} // also of a menu that belongs to it
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{ insetBlockStart: start - top }}
        >
          {children(items[index]!)}
        </li>
      ))}
    </ul>
  )
}

interface Place {
  /** What is scrolled. */
  readonly page: Element | null
  /** Px from its top to the list, before anything is scrolled. */
  readonly top: number
}

function withHeld(near: readonly number[], held: number, count: number): number[] {
  if (held < 0) return [...near]
  const around = [held - 1, held, held + 1].filter(index => index >= 0 && index < count)
  return [...new Set([...near, ...around])].sort((a, b) => a - b)
}
