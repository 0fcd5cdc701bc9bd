import { Component, createContext, type ContextType, type ReactNode } from 'react'

/** A part of the page that threw while it was drawn. */
export interface Failure {
  /** What the part is called in the interface. */
  readonly part: string
  /** The element id of the part, where others point at it. */
  readonly id: string | undefined
  readonly error: unknown
  /** Draws the part again, from what is stored in memory now. */
  tryAgain(): void
}

/** What stands in place of a part that failed; the program says it once, around everything. */
export const FailureView = createContext<(failure: Failure) => ReactNode>(({ part }) => <p role="alert">{part}</p>)

interface ErrorBoundaryProps {
  readonly part: string
  readonly id?: string
  readonly children: ReactNode
}

interface BoundaryState {
  readonly thrown: { readonly error: unknown } | null
}

/** Keeps the failure of one part of the page from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, BoundaryState> {
  static override contextType = FailureView
  declare context: ContextType<typeof FailureView>
  override state: BoundaryState = { thrown: null }

  static getDerivedStateFromError(error: unknown) {
    return { thrown: { error } }
  }

  override render() {
    const { thrown } = this.state
    if (!thrown) return this.props.children
    const { part, id } = this.props
    return this.context({ part, id, error: thrown.error, tryAgain: () => this.setState({ thrown: null }) })
  }
}
