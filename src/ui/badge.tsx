import './badge.css'

interface BadgeProps {
  /** One to three letters. */
  readonly letters: string
  /** A CSS colour that white text can be read on. */
  readonly colour: string
  readonly title?: string
}

/** A few letters on a coloured disc. No part of a name: who it stands for is said beside it. */
export function Badge({ letters, colour, title }: BadgeProps) {
  return (
    <span className="badge" style={{ backgroundColor: colour }} title={title} aria-hidden="true">
      {letters}
    </span>
  )
}
