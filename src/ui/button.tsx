import type { ComponentProps, ReactNode } from 'react'
import './button.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly look?: 'plain' | 'outlined' | 'solid' | 'danger'
  readonly icon?: ReactNode
  /** Shows the icon only; `children` stays the name. */
  readonly iconOnly?: boolean
  /** A key that does the same: shown, but no part of the name. */
  readonly hint?: string | undefined
  readonly type?: 'button' | 'submit'
}

/** A button of at least 24 by 24 px. */
export function Button({ look = 'plain', icon, iconOnly, hint, children, className, ...rest }: ButtonProps) {
  const name = iconOnly && typeof children === 'string' ? { 'aria-label': children, title: children } : {}
  return (
    <button
      type="button"
      className={`button button-${look} ${iconOnly ? 'button-icon' : ''} ${className ?? ''}`}
      {...name}
      {...rest}
    >
      {icon}
      {!iconOnly && children}
      {hint !== undefined && <kbd aria-hidden="true">{hint}</kbd>}
    </button>
  )
}
