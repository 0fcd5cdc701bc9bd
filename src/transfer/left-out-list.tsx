import { useId } from 'react'
import { directionOf } from '../domain/article.ts'
import type { LeftOut } from '../exchange/adopt/adopt.ts'
import { describeSkip } from '../wording/skip-reasons.ts'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'

interface LeftOutListProps {
  readonly items: readonly LeftOut[]
  readonly language: string
}

/** What of a file does not come in, each with the reason. */
export function LeftOutList({ items, language }: LeftOutListProps) {
  const heading = useId()
  if (items.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <h4 id={heading}>{pageWords.transfer.notTaken(items.length)}</h4>
      <ul className="import-summary-skipped">
        {items.slice(0, MOST_SHOWN).map((item, at) => (
          <li key={at}>
            {item.kind === 'skipped' ? (
              describeSkip(item.place, item.reason)
            ) : (
              <Changed item={item} language={language} />
            )}
          </li>
        ))}
      </ul>
      {items.length > MOST_SHOWN && (
        <p className="import-summary-help">{pageWords.transfer.moreNotTaken(items.length - MOST_SHOWN)}</p>
      )}
    </section>
  )
}

const MOST_SHOWN = 100 // what is wrong with a file shows long before

function Changed({
  item,
  language,
}: {
  readonly item: Extract<LeftOut, { kind: 'changed' }>
  readonly language: string
}) {
  const { annotation, change } = item
  const said =
    annotation.quote?.exact ?? ('was' in change && typeof change.was !== 'string' ? change.was.quote.exact : '')
  return (
    <>
      <q lang={language} dir={directionOf(language)}>
        {said || annotation.place}
      </q>{' '}
      <span className="import-summary-help">
        {change.kind === 'fact-changed' ? pageWords.transfer.nowSays(change.is) : words.changes.kinds[change.kind]}
      </span>
    </>
  )
}
