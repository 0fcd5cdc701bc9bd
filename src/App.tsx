import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { BackupBadge } from './backup/backup-badge.tsx'
import { BackupReminder } from './backup/backup-reminder.tsx'
import { EarlierLibrary } from './backup/earlier-library.tsx'
import { looksLikeBackup } from './backup/looks-like-backup.ts'
import { RestoreHint } from './backup/restore-hint.tsx'
import { AppHeader } from './shell/app-header.tsx'
import type { OfflineSupport } from './offline/offline-state.ts'
import { receiveLaunchedFiles, type LaunchingWindow } from './shell/launched-files.ts'
import { Notices } from './shell/notices.tsx'
import { OfflineBadge, UpdateNotice } from './shell/offline-notice.tsx'
import { KeysDialog } from './review/keys-dialog.tsx'
import { ReviewPage } from './review/review-page.tsx'
import { isNameAsked } from './settings/is-name-asked.ts'
import { NamePrompt } from './settings/name-prompt.tsx'
import type { ReviewState } from './store/review-state.ts'
import { useReview, useReviewStore } from './store/use-review.ts'
import { DropTarget } from './transfer/drop-target.tsx'
import { looksLikeSet } from './transfer/looks-like-set.ts'
import { CopyReport } from './trouble/copy-report.tsx'
import { FailedPart } from './trouble/failed-part.tsx'
import type { ProblemLog } from './trouble/problem-log.ts'
import { ErrorBoundary, FailureView, type Failure } from './ui/error-boundary.tsx'
import { useGlobalKeys } from './shell/use-global-keys.ts'
import { words } from './wording/words.ts'

const BinPage = lazy(async () => ({ default: (await import('./history/bin-page.tsx')).BinPage }))
const LibraryPage = lazy(async () => ({ default: (await import('./library/library-page.tsx')).LibraryPage }))
const UpdatePage = lazy(async () => ({ default: (await import('./library/update-page.tsx')).UpdatePage }))
const EditPage = lazy(async () => ({ default: (await import('./library/edit-page.tsx')).EditPage }))
const NewArticlePage = lazy(async () => ({ default: (await import('./library/new-article-page.tsx')).NewArticlePage }))
const BookmarkletPage = lazy(async () => ({
  default: (await import('./library/arrivals/bookmarklet-page.tsx')).BookmarkletPage,
}))
const ClipPage = lazy(async () => ({ default: (await import('./library/arrivals/clip-page.tsx')).ClipPage }))
const SharedPage = lazy(async () => ({ default: (await import('./library/arrivals/shared-page.tsx')).SharedPage }))
const StoragePage = lazy(async () => ({ default: (await import('./backup/storage-page.tsx')).StoragePage }))
const RestoreDialog = lazy(async () => ({ default: (await import('./backup/restore-dialog.tsx')).RestoreDialog }))
const RecoveryPage = lazy(async () => ({ default: (await import('./backup/recovery-page.tsx')).RecoveryPage }))
const NewerLibrary = lazy(async () => ({ default: (await import('./backup/newer-library.tsx')).NewerLibrary }))
const SettingsPage = lazy(async () => ({ default: (await import('./settings/settings-page.tsx')).SettingsPage }))
const SigningPage = lazy(async () => ({ default: (await import('./signing/signing-page.tsx')).SigningPage }))
const ExportDialog = lazy(async () => ({ default: (await import('./transfer/export-dialog.tsx')).ExportDialog }))
const ImportDialog = lazy(async () => ({ default: (await import('./transfer/import-dialog.tsx')).ImportDialog }))
const ReviewerDialog = lazy(async () => ({ default: (await import('./settings/reviewer-dialog.tsx')).ReviewerDialog }))

type OpenDialog =
  | { readonly kind: 'export' | 'reviewer' }
  | { readonly kind: 'import'; readonly files?: readonly File[] }
  | { readonly kind: 'restore'; readonly file: File }

interface AppProps {
  readonly offline: OfflineSupport
  readonly log: ProblemLog
}

/** Lays out the header, the page of the address, and the dialogs; each fails alone. */
export function App({ offline, log }: AppProps) {
  const note = useCallback((part: string, error: unknown) => log.noteError(part, error), [log])
  const failed = useCallback((failure: Failure) => <FailedPart {...failure} onFailure={note} />, [note])
  return (
    <FailureView value={failed}>
      <ErrorBoundary part={words.trouble.parts.page}>
        <Frame offline={offline} />
      </ErrorBoundary>
    </FailureView>
  )
}

function Frame({ offline }: Pick<AppProps, 'offline'>) {
  const store = useReviewStore()
  const started = useReview(state => state.started)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const close = useCallback(() => setDialog(null), [])
  const openImport = useCallback(() => setDialog({ kind: 'import' }), [])
  const takeFiles = async (files: readonly File[]) => {
    const [only, ...others] = files
    if (only && others.length === 0 && (await looksLikeBackup(only))) setDialog({ kind: 'restore', file: only })
    else setDialog({ kind: 'import', files })
  }
  const [, navigate] = useLocation()
  const [articles, setArticles] = useState<readonly File[] | null>(null)
  /** Articles become new ones; what is no article is imported or restored, also while the dialog for that is open. */
  const takeDropped = async (files: readonly File[], isHere = false) => {
    const [only, ...others] = files
    if (!only) return
    const isOther = (others.length === 0 && (await looksLikeBackup(only))) || (await looksLikeSet(files))
    if (isOther || dialog?.kind === 'import') return takeFiles(files)
    setArticles(files)
    navigate('/new', { replace: isHere })
  }
  const takeArrived = (files: readonly File[]) => {
    navigate('/new', { replace: true })
    void takeDropped(files, true)
  }
  const forgetArticles = useCallback(() => setArticles(null), [])
  const takeLaunched = useEffectEvent((files: readonly File[]) => void takeDropped(files))
  useEffect(() => {
    if (started !== 'yes') return
    const refuse = (names: readonly string[]) => store.getState().notify({ kind: 'files-unreadable', names })
    receiveLaunchedFiles(window as LaunchingWindow, files => takeLaunched(files), refuse)
  }, [started, store])
  useTheme()
  useGlobalKeys(store)

  if (started === 'no') return <p className="app-problem">{words.common.opening}</p>
  if (started !== 'yes') return <CannotStart {...started} />
  return (
    <div className="app">
      <ErrorBoundary part={words.trouble.parts.header}>
        <AppHeader
          onImport={openImport}
          onExport={() => setDialog({ kind: 'export' })}
          onReviewer={() => setDialog({ kind: 'reviewer' })}
        />
      </ErrorBoundary>
      <div className="app-strips">
        <Notices />
        <UpdateNotice offline={offline} />
      </div>
      <div className="app-page">
        <ErrorBoundary part={words.trouble.parts.page}>
          <Suspense fallback={null}>
            <Pages
              onImport={openImport}
              onOther={file => void takeFiles([file])}
              articles={articles}
              onArticlesTaken={forgetArticles}
              onArrival={takeArrived}
              offline={offline}
            />
          </Suspense>
        </ErrorBoundary>
      </div>
      <KeysDialog />
      <DropTarget onFiles={files => void takeDropped(files)} />
      <ErrorBoundary key={dialog?.kind} part={words.trouble.parts.dialog}>
        <Suspense fallback={null}>
          {dialog?.kind === 'export' && <ExportDialog onClose={close} />}
          {dialog?.kind === 'import' && (
            <ImportDialog files={dialog.files} onFiles={files => void takeFiles(files)} onClose={close} />
          )}
          {dialog?.kind === 'restore' && (
            <RestoreDialog key={dialog.file.name} given={givenFile(dialog.file)} onClose={close} />
          )}
          {dialog?.kind === 'reviewer' && <ReviewerDialog onClose={close} />}
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}

interface PagesProps {
  onImport(): void
  /** Takes a file that is no article. */
  onOther(file: File): void
  /** Files that were dropped to become articles. */
  readonly articles: readonly File[] | null
  onArticlesTaken(): void
  /** Takes what was handed over or shared; the page where it arrived is not come back to. */
  onArrival(files: readonly File[]): void
  readonly offline: OfflineSupport
}

function Pages({ onImport, onOther, articles, onArticlesTaken, onArrival, offline }: PagesProps) {
  const asides = {
    notices: <PassingNotices />,
    hint: <RestoreHint />,
    aside: (
      <>
        <OfflineBadge offline={offline} />
        <BackupBadge />
      </>
    ),
  }
  return (
    <Switch>
      <Route path="/article/:article/statement/:statement">
        {({ article, statement }) => <ReviewPage article={article} statement={statement} {...asides} />}
      </Route>
      <Route path="/article/:article/edit">{({ article }) => <EditPage key={article} article={article} />}</Route>
      <Route path="/article/:article/update">{({ article }) => <UpdatePage key={article} article={article} />}</Route>
      <Route path="/article/:article">
        {({ article }) => <ReviewPage article={article} statement={null} {...asides} />}
      </Route>
      <Route path="/library">
        <LibraryPage onImport={onImport} />
      </Route>
      <Route path="/bin">
        <BinPage />
      </Route>
      <Route path="/new">
        <NewArticlePage given={articles} onGivenTaken={onArticlesTaken} onOther={onOther} />
      </Route>
      <Route path="/bookmarklet">
        <BookmarkletPage />
      </Route>
      <Route path="/clip">
        <ClipPage onTake={onArrival} />
      </Route>
      <Route path="/shared">
        <SharedPage isRefused={false} onTake={onArrival} />
      </Route>
      <Route path="/shared/refused">
        <SharedPage isRefused onTake={onArrival} />
      </Route>
      <Route path="/storage">
        <StoragePage isRestoring={false} />
      </Route>
      <Route path="/restore">
        <StoragePage isRestoring />
      </Route>
      <Route path="/signing">
        <SigningPage />
      </Route>
      <Route path="/settings">
        <SettingsPage report={<CopyReport />} />
      </Route>
      <Route>
        <Start />
      </Route>
    </Switch>
  )
}

/** Where one was last; on a first start the article that came with the program; else the library. */
function Start() {
  const last = useReview(({ settings, shelf }) => {
    const remembered = settings.lastArticle === null ? undefined : shelf[settings.lastArticle]
    const first = Object.values(shelf).find(entry => !entry.binned)
    return remembered && !remembered.binned ? remembered.article : first?.article
  })
  // A host without the service worker that takes what is shared answers with the page.
  if (location.search === '?share') return <Redirect to="/shared" replace />
  return <Redirect to={last === undefined ? '/library' : `/article/${last}`} replace />
}

/** One thing at a time is asked or told beside the work: the name first. */
function PassingNotices() {
  const isNameMissing = useReview(isNameAsked)
  if (isNameMissing) return <NamePrompt />
  return (
    <>
      <EarlierLibrary />
      <BackupReminder />
    </>
  )
}

function CannotStart({ problem }: Extract<ReviewState['started'], object>) {
  if (problem.kind === 'damaged' || problem.kind === 'newer-database') {
    return (
      <Suspense fallback={null}>
        {problem.kind === 'damaged' ? (
          <RecoveryPage damage={problem.damage} report={<CopyReport />} />
        ) : (
          <NewerLibrary />
        )}
      </Suspense>
    )
  }
  return (
    <main className="app-problem">
      <h1>{words.common.cannotStartTitle}</h1>
      <p role="alert">{words.common.cannotStart[problem.kind]}</p>
      <CopyReport />
    </main>
  )
}

function givenFile(file: File) {
  return { kind: 'file', name: file.name, file } as const
}

function useTheme(): void {
  const theme = useReview(state => state.settings.theme)
  useEffect(() => {
    const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (prefersDark.matches ? 'dark' : 'light') : theme
    }
    apply()
    prefersDark.addEventListener('change', apply)
    return () => prefersDark.removeEventListener('change', apply)
  }, [theme])
}
