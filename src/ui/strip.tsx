import type { ReactNode } from 'react'
import './strip.css'

interface StripProps {
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** A quiet line that says something in passing; it never takes the focus. */
export function Strip({ children, actions }: StripProps) {
  return (
    <div className="strip">
      <div className="strip-text">{children}</div>
      {actions !== undefined && <div className="strip-actions">{actions}</div>}
    </div>
  )
}
