import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Whether it holds only what is read, so that the keyboard can scroll it. */
  readonly isText?: boolean
  readonly width?: 'narrow' | 'wide' | 'broad'
}

/** A native modal dialog: open while it is rendered. Escape and the close button call `onClose`; focus returns to where it was. */
export function Dialog({ title, closeLabel, onClose, children, isText = false, width = 'narrow' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Closed while it is still in the document: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${width}`}
      aria-labelledby={heading}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      {/* Not a header element, which would be a second banner of the page. */}
      <div className="dialog-header">
        <h2 id={heading}>{title}</h2>
        <Button icon={<X size={18} aria-hidden />} iconOnly onClick={onClose}>
          {closeLabel}
        </Button>
      </div>
      <div className="dialog-body" {...(isText ? { tabIndex: 0 } : {})}>
        {children}
      </div>
    </dialog>
  )
}
