import { Redo2, Settings, Undo2 } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { initialsOf, REVIEWER_COLOURS } from '../domain/reviewer.ts'
import { currentStacks } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts'
import { words } from '../wording/words.ts'
import type { HeaderActions } from './header-actions.ts'
import { SaveStatus } from './save-status.tsx'
import './app-header.css'

// The menu's library is a tenth of the program, and wide screens never need it.
const MoreMenu = lazy(async () => ({ default: (await import('./more-menu.tsx')).MoreMenu }))

interface AppHeaderProps {
  onImport(): void
  onExport(): void
  onReviewer(): void
}

/** What is true on every page: where one is, whether it is saved, and what can be done with the whole. */
export function AppHeader({ onImport, onExport, onReviewer }: AppHeaderProps) {
  const { common } = words
  const isNarrow = useMediaQuery(NARROW)
  const open = useReview(state => (state.open ? state.shelf[state.open.article.id] : undefined))
  const reviewer = useReview(({ settings, reviewers }) =>
    settings.reviewer === null ? undefined : reviewers[settings.reviewer],
  )
  const actions: HeaderActions = { ...useUndoActions(), onImport, onExport: open ? onExport : null }
  return (
    <header className="app-header">
      <Link href="/library" className="app-name">
        {common.appName}
      </Link>
      <nav className="app-place" aria-label={common.place}>
        <Link href="/library">{common.library}</Link>
        {open && (
          <span className="app-article">
            <bdi>{open.name}</bdi>
          </span>
        )}
      </nav>
      <SaveStatus />
      {isNarrow ? (
        <Suspense fallback={null}>
          <MoreMenu {...actions} />
        </Suspense>
      ) : (
        <WideActions {...actions} />
      )}
      <button
        type="button"
        className="app-reviewer"
        aria-label={common.profile(reviewer?.name ?? '')}
        onClick={onReviewer}
      >
        <Badge letters={initialsOf(reviewer?.name || common.you)} colour={reviewer?.colour ?? REVIEWER_COLOURS[0]} />
      </button>
    </header>
  )
}

function WideActions({ undo, redo, onImport, onExport }: HeaderActions) {
  const { common } = words
  return (
    <div className="app-actions">
      <Button icon={<Undo2 size={17} aria-hidden />} iconOnly disabled={!undo} onClick={() => undo?.()}>
        {common.undo}
      </Button>
      <Button icon={<Redo2 size={17} aria-hidden />} iconOnly disabled={!redo} onClick={() => redo?.()}>
        {common.redo}
      </Button>
      <Button look="outlined" onClick={onImport}>
        {common.import}
      </Button>
      <Button look="solid" disabled={!onExport} onClick={() => onExport?.()}>
        {common.export}
      </Button>
      <Link href="/settings" className="app-settings" aria-label={common.settings} title={common.settings}>
        <Settings size={17} aria-hidden />
      </Link>
    </div>
  )
}

/** Undo and redo of the open article, or without one of the library. */
function useUndoActions(): Pick<HeaderActions, 'undo' | 'redo'> {
  const store = useReviewStore()
  const isOpen = useReview(state => state.open !== null)
  const canUndo = useReview(state => (state.open ? currentStacks(state).undo : state.shelfUndo).length > 0)
  const canRedo = useReview(state => (state.open ? currentStacks(state).redo : state.shelfRedo).length > 0)
  const { undo, redo, undoShelf, redoShelf } = store.getState()
  return {
    undo: canUndo ? (isOpen ? undo : undoShelf) : null,
    redo: canRedo ? (isOpen ? redo : redoShelf) : null,
  }
}
