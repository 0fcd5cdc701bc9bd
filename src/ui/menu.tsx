import { DropdownMenu } from 'radix-ui'
import { useRef, useState, type ReactNode } from 'react'
import './menu.css'

/** One thing that can be chosen from a menu. */
export interface MenuItem {
  readonly label: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
  readonly onSelect: () => void
}

interface MenuProps {
  /** The button that opens it; it must take a ref and props, as `Button` does. */
  readonly trigger: ReactNode
  readonly items: readonly MenuItem[]
}

/** A menu behind a button. What is chosen happens after the menu has closed and the focus is back on the button. */
export function Menu({ trigger, items }: MenuProps) {
  // A dialog that opened earlier would remember a menu item that is gone as the place to return the focus to.
  const chosen = useRef<(() => void) | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  // Within the landmark of its button, so that people who go by landmarks meet it there.
  const [landmark, setLandmark] = useState<HTMLElement | null>(null)
  const runChosen = () => {
    const run = chosen.current
    chosen.current = null
    if (run) queueMicrotask(run)
  }
  return (
    <DropdownMenu.Root
      modal={false}
      onOpenChange={isOpen => {
        if (isOpen) setLandmark(button.current?.closest<HTMLElement>('main, header, aside') ?? null)
      }}
    >
      <DropdownMenu.Trigger asChild ref={button}>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmark}>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={runChosen}
        >
          {items.map(item => (
            <DropdownMenu.Item
              key={item.label}
              className="menu-item"
              disabled={item.disabled ?? false}
              onSelect={() => {
                chosen.current = item.onSelect
              }}
            >
              {item.icon}
              {item.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
