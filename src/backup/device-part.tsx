import type { LibraryFacts } from '../domain/library-damage.ts'
import type { Persistence } from '../store/backup-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { ThinBar } from '../ui/thin-bar.tsx'
import { formatMoment } from '../wording/dates.ts'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import { Fact, FactList } from './fact-list.tsx'
import { formatBytes } from './format-bytes.ts'
import { useRoom, type Room } from './use-room.ts'

/** What lies on this device, how much room is left, and whether the browser has promised to keep it. */
export function DevicePart() {
  const store = useReviewStore()
  const facts = useReview(state => state.facts)
  const persistence = useReview(state => state.persistence)
  const room = useRoom(facts)
  if (!facts || !room) return <p role="status">{words.backup.looking}</p>
  return (
    <>
      <FactList>
        <Fact name={words.backup.library}>{libraryOf(facts)}</Fact>
        <Fact name={words.backup.lastSaved}>
          {facts.state ? formatMoment(facts.state.savedAt) : words.backup.never}
        </Fact>
        <Fact name={words.backup.room}>
          <RoomLine room={room} />
        </Fact>
        <Fact name={words.backup.promise}>
          <span role="status">{promiseOf(persistence)}</span>
        </Fact>
      </FactList>
      {persistence !== 'granted' && (
        <div>
          <Button look="outlined" onClick={() => void store.getState().askToKeep(true)}>
            {persistence === 'refused' ? words.backup.askAgain : words.backup.ask}
          </Button>
        </div>
      )}
    </>
  )
}

function RoomLine({ room: { used, available } }: { readonly room: Room }) {
  if (used === null || available === null) return pageWords.settings.usageUnknown
  return (
    <>
      {pageWords.settings.used(formatBytes(used), formatBytes(available))}
      <ThinBar value={used} max={available} />
    </>
  )
}

function libraryOf({ articles, annotations, rows }: LibraryFacts): string {
  return words.backup.librarySize(articles, annotations, rows.versions)
}

function promiseOf(persistence: Persistence): string {
  if (persistence === 'granted') return words.backup.persisted
  return persistence === 'refused' ? words.backup.refused : words.backup.unasked
}
