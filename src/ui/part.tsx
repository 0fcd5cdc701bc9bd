import type { ReactNode } from 'react'
import './part.css'

interface PartProps {
  readonly title: string
  readonly children: ReactNode
}

/** A part of a page under a heading and a line. */
export function Part({ title, children }: PartProps) {
  return (
    <section className="part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
