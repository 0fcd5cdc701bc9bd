import type { ArticleDraft } from '../intake/article-draft.ts'
import { words } from '../wording/words.ts'

interface OpenedDraftProps {
  readonly draft: ArticleDraft
  readonly fileName: string
}

/** What a file was read as, who wrote it, and what a person should know of how it was read. */
export function OpenedDraft({ draft, fileName }: OpenedDraftProps) {
  const { title, author, publisher, modified } = draft.about
  const facts = [title, author, publisher, modified === '' ? '' : words.library.modified(modified)]
  return (
    <div className="opened-draft">
      <p role="status">{words.library.openedAs(fileName, draft.format)}</p>
      <p>{facts.filter(fact => fact !== '').join(' · ')}</p>
      {draft.notes.length > 0 && (
        <ul>
          {draft.notes.map(note => (
            <li key={note.kind}>{words.library.note(note)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
