import type { ReactNode } from 'react'
import './fact-list.css'

/** Facts by their names, one below the other. */
export function FactList({ children }: { readonly children: ReactNode }) {
  return <dl className="fact-list">{children}</dl>
}

interface FactProps {
  readonly name: string
  readonly children: ReactNode
}

/** One fact of a list. */
export function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
