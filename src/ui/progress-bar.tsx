import './progress-bar.css'

interface ProgressBarProps {
  readonly value: number
  readonly max: number
}

/** A thin bar beside a text that says the same; not announced. */
export function ProgressBar({ value, max }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, value / max) : 0
  return (
    <div className="progress-bar" aria-hidden="true">
      <div className="progress-bar-done" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  )
}
