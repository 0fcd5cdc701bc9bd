import type { VirtualElement } from '@floating-ui/dom'
import { MapPin, StickyNote } from 'lucide-react'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { VERDICTS, type Verdict } from '../../domain/verdict.ts'
import { Button } from '../../ui/button.tsx'
import { words } from '../../wording/words.ts'
import { VerdictSign } from '../verdict-sign.tsx'

interface TagBarProps {
  /** What is tagged, in window coordinates, asked for again whenever the bar is placed. */
  readonly place: () => DOMRect
  readonly element: HTMLElement
  onTag(verdict: Verdict, isExact: boolean): void
  onNote(isExact: boolean): void
  /** Puts the statement of the open card here, where it has no place yet. */
  readonly onAttach: ((isExact: boolean) => void) | null
  onLeave(): void
}

/** The bar beside a selection. It takes no focus and no selection away when it is clicked; Alt keeps the exact selection. */
export function TagBar({ place: placeOf, element, onTag, onNote, onAttach, onLeave }: TagBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const floating = bar.current
    if (floating) void place(floating, { getBoundingClientRect: placeOf, contextElement: element })
  })
  return (
    <div
      ref={bar}
      className="tag-bar"
      role="toolbar"
      aria-label={words.review.tagSelection}
      aria-orientation="horizontal"
      onMouseDown={event => event.preventDefault()}
      onKeyDown={event => moveWithin(event, onLeave)}
    >
      {VERDICTS.map((verdict, index) => (
        <Button
          key={verdict}
          data-verdict={verdict}
          icon={<VerdictSign verdict={verdict} />}
          hint={String(index + 1)}
          tabIndex={index === 0 ? 0 : -1}
          onClick={event => onTag(verdict, event.altKey)}
        >
          {words.common.verdicts[verdict]}
        </Button>
      ))}
      <Button
        icon={<StickyNote size={15} aria-hidden />}
        hint="N"
        tabIndex={-1}
        onClick={event => onNote(event.altKey)}
      >
        {words.review.addNote}
      </Button>
      {onAttach && (
        <Button icon={<MapPin size={15} aria-hidden />} tabIndex={-1} onClick={event => onAttach(event.altKey)}>
          {words.changes.attachOpen}
        </Button>
      )}
    </div>
  )
}

/** The arithmetic of placing is loaded when words are selected for the first time; until it is there the bar is hidden. */
async function place(floating: HTMLElement, reference: VirtualElement): Promise<void> {
  try {
    const { placeBeside } = await import('./place-beside.ts')
    await placeBeside(floating, reference)
  } catch {
    // Not to be had now, as without a network before all was kept: above the words is good enough.
    const { left, top } = reference.getBoundingClientRect()
    floating.style.left = `${Math.max(8, left)}px`
    floating.style.top = `${Math.max(8, top - floating.offsetHeight - 8)}px`
  }
  floating.style.visibility = 'visible'
}

/** The keys of a toolbar (ARIA Authoring Practices): arrows move, Escape goes back to the article. */
function moveWithin(event: KeyboardEvent<HTMLDivElement>, onLeave: () => void): void {
  if (event.key === 'Escape') {
    event.preventDefault()
    return onLeave()
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const index = buttons.findIndex(button => button === document.activeElement)
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
  buttons.at((index + (isRightToLeft ? -step : step)) % buttons.length)?.focus()
}
