import type { ForeignDocument } from '../exchange/foreign.ts'
import type { Belonging } from '../exchange/adopt/belonging.ts'
import { useReview } from '../store/use-review.ts'
import { SelectField } from '../ui/field.tsx'
import { pageWords } from '../wording/page-words.ts'
import type { Candidate } from './find-belongings.ts'
import type { Destination } from './use-foreign-import.ts'

interface DestinationChoiceProps {
  readonly documents: readonly ForeignDocument[]
  readonly belongings: readonly (readonly Candidate[])[]
  readonly destinations: readonly Destination[]
  readonly onChange: (destinations: readonly Destination[]) => void
}

/** Which article each document of a file is about: what is likely, with the reason, and whatever else there is. */
export function DestinationChoice({ documents, belongings, destinations, onChange }: DestinationChoiceProps) {
  const shelf = useReview(state => state.shelf)
  const articles = Object.values(shelf)
    .filter(({ binned }) => !binned)
    .sort((a, b) => a.name.localeCompare(b.name))
  return (
    <div className="destination-choice">
      {documents.slice(0, MOST_SHOWN).map((document, at) => {
        const likely = belongings[at] ?? []
        const reasons = new Map(likely.map(({ article, belonging }) => [article, reasonOf(belonging)]))
        const first = likely.map(({ article }) => article)
        const ordered = [
          ...first.flatMap(id => articles.find(({ article }) => article === id) ?? []),
          ...articles.filter(({ article }) => !first.includes(article)),
        ]
        return (
          <SelectField
            key={at}
            label={
              documents.length === 1
                ? pageWords.transfer.whichArticle
                : pageWords.transfer.whichArticleOf(nameOf(document, at), document.annotations.length)
            }
            value={valueOf(destinations[at]!)}
            options={[
              ...ordered.map(({ article, name }) => ({
                value: article,
                label: pageWords.transfer.articleLine(name, reasons.get(article)),
              })),
              ...(document.text === null ? [] : [{ value: 'new', label: pageWords.transfer.itsOwnArticle }]),
              { value: 'nowhere', label: pageWords.transfer.nowhere },
            ]}
            onChange={event => onChange(destinations.with(at, destinationOf(event.currentTarget.value)))}
          />
        )
      })}
      {documents.length > MOST_SHOWN && (
        <p className="import-summary-help">{pageWords.transfer.otherDocuments(documents.length - MOST_SHOWN)}</p>
      )}
    </div>
  )
}

const MOST_SHOWN = 50 // of a data set with thousands nobody chooses one by one

function reasonOf(belonging: Belonging): string {
  return belonging.kind === 'similar'
    ? pageWords.transfer.belonging.similar(belonging.share)
    : pageWords.transfer.belonging[belonging.kind]
}

function nameOf({ title, sourceUrl, text }: ForeignDocument, at: number): string {
  const [firstLine = ''] = (text ?? '').trim().split('\n', 1)
  return title || sourceUrl || firstLine.slice(0, 80) || `${at + 1}`
}

function valueOf(destination: Destination): string {
  return destination.kind === 'article' ? destination.article : destination.kind
}

function destinationOf(value: string): Destination {
  return value === 'new' || value === 'nowhere' ? { kind: value } : { kind: 'article', article: value }
}
