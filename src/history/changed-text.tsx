import { aroundChanges, wordChanges } from '../domain/word-changes.ts'
import { words } from '../wording/words.ts'
import './changed-text.css'

const CONTEXT = 60 // UTF-16 units on each side of a change: about a line of a panel

interface ChangedTextProps {
  readonly before: string
  readonly after: string
}

/** How a text became another, word by word: what went is struck through, what came is underlined, and both are said. */
export function ChangedText({ before, after }: ChangedTextProps) {
  const { history } = words
  return (
    <p className="changed-text" dir="auto">
      {aroundChanges(wordChanges(before, after), CONTEXT).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        const Tag = kind === 'added' ? 'ins' : 'del'
        return (
          <Tag key={index}>
            <span className="visually-hidden"> {kind === 'added' ? history.addedWord : history.removedWord} </span>
            {text}
            <span className="visually-hidden">{history.endWord} </span>
          </Tag>
        )
      })}
    </p>
  )
}
