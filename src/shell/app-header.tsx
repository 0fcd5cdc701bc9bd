import { Download, Ellipsis, Redo2, Settings, Undo2, Upload } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { initialsOf, REVIEWER_COLOURS } from '../domain/reviewer.ts'
import { currentStacks } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { words } from '../wording/words.ts'
import { SaveStatus } from './save-status.tsx'
import './app-header.css'

interface AppHeaderProps {
  onImport(): void
  onExport(): void
  onReviewer(): void
}

/** What is true on every page: where one is, whether it is saved, and what can be done with the whole. */
export function AppHeader({ onImport, onExport, onReviewer }: AppHeaderProps) {
  const { common } = words
  const actions = useUndoActions()
  const [, navigate] = useLocation()
  const open = useReview(state => (state.open ? state.shelf[state.open.article.id] : undefined))
  const reviewer = useReview(state =>
    state.settings.reviewer === null ? undefined : state.reviewers[state.settings.reviewer],
  )
  return (
    <header className="app-header">
      <Link href="/library" className="app-name">
        {common.appName}
      </Link>
      <nav className="app-place" aria-label={common.place}>
        <Link href="/library">{common.library}</Link>
        {open && (
          <span className="app-article" dir="auto">
            {open.name}
          </span>
        )}
      </nav>
      <SaveStatus />
      <div className="app-wide">
        <Button icon={<Undo2 size={17} aria-hidden />} iconOnly disabled={!actions.canUndo} onClick={actions.undo}>
          {common.undo}
        </Button>
        <Button icon={<Redo2 size={17} aria-hidden />} iconOnly disabled={!actions.canRedo} onClick={actions.redo}>
          {common.redo}
        </Button>
        <Button look="outlined" onClick={onImport}>
          {common.import}
        </Button>
        <Button look="solid" disabled={!open} onClick={onExport}>
          {common.export}
        </Button>
        <Link href="/settings" className="app-settings" aria-label={common.settings} title={common.settings}>
          <Settings size={17} aria-hidden />
        </Link>
      </div>
      <div className="app-narrow">
        <Menu
          trigger={
            <Button icon={<Ellipsis size={18} aria-hidden />} iconOnly>
              {common.more}
            </Button>
          }
          items={[
            { label: common.undo, icon: <Undo2 size={16} />, disabled: !actions.canUndo, onSelect: actions.undo },
            { label: common.redo, icon: <Redo2 size={16} />, disabled: !actions.canRedo, onSelect: actions.redo },
            { label: common.import, icon: <Upload size={16} />, onSelect: onImport },
            { label: common.export, icon: <Download size={16} />, disabled: !open, onSelect: onExport },
            { label: common.settings, icon: <Settings size={16} />, onSelect: () => navigate('/settings') },
          ]}
        />
      </div>
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

/** Undo and redo of the open article, or without one of the library. */
function useUndoActions() {
  const store = useReviewStore()
  const isOpen = useReview(state => state.open !== null)
  const undoable = useReview(state => (state.open ? currentStacks(state).undo : state.shelfUndo).length)
  const redoable = useReview(state => (state.open ? currentStacks(state).redo : state.shelfRedo).length)
  return {
    canUndo: undoable > 0,
    canRedo: redoable > 0,
    undo: () => (isOpen ? store.getState().undo() : store.getState().undoShelf()),
    redo: () => (isOpen ? store.getState().redo() : store.getState().redoShelf()),
  }
}
