import './thin-bar.css'

interface ThinBarProps {
  readonly value: number
  readonly max: number
}

/** A thin bar beside a text that says the same; not announced. */
export function ThinBar({ value, max }: ThinBarProps) {
  const share = max > 0 ? Math.min(1, value / max) : 0
  return (
    <div className="thin-bar" aria-hidden="true">
      <div className="thin-bar-done" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  )
}
