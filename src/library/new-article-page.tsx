import { useEffect, useEffectEvent, useState } from 'react'
import { Link } from 'wouter'
import { useStore } from 'zustand'
import { Button } from '../ui/button.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Strip } from '../ui/strip.tsx'
import { ThinBar } from '../ui/thin-bar.tsx'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { pageWords } from '../wording/page-words.ts'
import { cleared, isBare, putBack, turnedTo, withDraft, without, withOutcomes } from './desk.ts'
import { ACCEPTED_FILES } from './open-article-file.ts'
import { OpenedFiles } from './opened-files.tsx'
import { takingDrops } from './taking-drops.ts'
import { createUnfinished } from './unfinished.ts'
import { useFileReading } from './use-file-reading.ts'
import { WorkForm } from './work-form.tsx'
import './new-article-page.css'

interface NewArticlePageProps {
  /** Files that were dropped elsewhere and lead here; read once. */
  readonly given: readonly File[] | null
  readonly onGivenTaken: () => void
  /** Takes an annotation set or a backup, which are no articles. */
  readonly onOther: (file: File) => void
}

// It outlives the page, so that nothing is lost when another one is looked at.
const UNFINISHED = createUnfinished(window)

/** Makes articles of what is typed, pasted or opened, and lets a person put it in order before the review begins. */
export function NewArticlePage({ given, onGivenTaken, onOther }: NewArticlePageProps) {
  const desk = useStore(UNFINISHED)
  const reading = useFileReading()
  const [problem, setProblem] = useState<string | null>(null)
  const [turnedId, setTurnedId] = useState<number | null>(null)
  const change = UNFINISHED.setState
  const { library } = pageWords

  async function open(files: readonly File[]) {
    const outcomes = await reading.read(files)
    if (!outcomes) return
    const [only, ...others] = outcomes
    setProblem(null)
    if (!only) return
    if (others.length > 0) return change(before => withOutcomes(before, outcomes))
    if (!only.outcome.ok) return setProblem(describeIntakeProblem(only.outcome.problem))
    const incoming = only.outcome.value
    if (incoming.kind !== 'article') return onOther(only.file)
    change(before => withDraft(before, only.file.name, incoming.draft))
  }

  const openGiven = useEffectEvent((files: readonly File[]) => {
    onGivenTaken()
    void open(files)
  })
  useEffect(() => {
    if (given) void Promise.resolve(given).then(openGiven)
  }, [given])

  const fileName = desk.current.source?.fileName ?? null
  return (
    <main className="new-article-page" data-takes-files {...takingDrops(files => void open(files))}>
      <h1>{library.newTitle}</h1>
      <div className="new-article-page-ways">
        <FileField
          label={library.openFiles}
          help={library.fileHelp}
          accept={ACCEPTED_FILES}
          onFiles={files => void open(files)}
        />
        <Link href="/bookmarklet">{pageWords.arrivals.bookmarklet.link}</Link>
        {reading.progress !== null && (
          <Strip actions={<Button onClick={reading.cancel}>{library.cancelReading}</Button>}>
            <span role="status">{library.reading(reading.progress)}</span>
            <ThinBar value={reading.progress.share} max={1} />
          </Strip>
        )}
        {desk.before !== null && (
          <Strip actions={<Button onClick={() => change(putBack)}>{library.putBack}</Button>}>
            <span role="status">{fileName === null ? library.cleared : library.replaced(fileName)}</span>
          </Strip>
        )}
        {problem !== null && (
          <p className="new-article-page-problem" role="alert">
            {problem}
          </p>
        )}
        {desk.entries.length > 1 && (
          <OpenedFiles
            desk={desk}
            onTurn={id => {
              setTurnedId(id)
              change(before => turnedTo(before, id))
            }}
            onLeaveOut={ids => change(before => without(before, ids))}
            onOther={onOther}
          />
        )}
      </div>
      <WorkForm
        key={desk.current.id}
        work={desk.current}
        takesFocus={desk.current.id === turnedId}
        onChange={change}
        onFiles={files => void open(files)}
        onProblem={setProblem}
      />
      {!isBare(desk) && (
        <div className="new-article-page-clear">
          <Button onClick={() => change(cleared)}>{library.clear}</Button>
        </div>
      )}
    </main>
  )
}
