import { useEffect, useMemo, useRef, useState, type DragEvent, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import type { ArticleDraft } from '../intake/article-draft.ts'
import { detectLanguage } from '../intake/detect-language.ts'
import { createArticle, type ArticleSource } from '../intake/create-article.ts'
import type { CapturedText } from '../domain/original.ts'
import { succeed } from '../domain/result.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Strip } from '../ui/strip.tsx'
import { ThinBar } from '../ui/thin-bar.tsx'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { languageName, languageOptions } from '../wording/language-names.ts'
import { words } from '../wording/words.ts'
import { ArticlePreview } from './article-preview.tsx'
import { OpenedDraft } from './opened-draft.tsx'
import { ACCEPTED_FILES, openArticleFile } from './open-article-file.ts'
import { recogniseContent, recogniseText, type RecognisedText } from './recognise-text.ts'
import { isSourceAddress } from './source-host.ts'
import './new-article-page.css'

/** Makes an article of a pasted text or of a file, and shows beforehand how it is recognised. */
export function NewArticlePage() {
  const [chosenLanguage, setLanguage] = useState<string | null>(null)
  const [sourceUrl, setSourceUrl] = useState('')
  const [published, setPublished] = useState('')
  const [tried, setTried] = useState(false)
  const input = useArticleInput(({ about }) => {
    setLanguage(null)
    if (about.sourceUrl !== '') setSourceUrl(about.sourceUrl)
    if (about.published !== '') setPublished(about.published)
  })
  const { text, draft } = input
  const { recognised, detected, language, settled } = useRecognised(text, draft, chosenLanguage)
  const begin = useBeginReview()

  const isSourceWrong = !isSourceAddress(sourceUrl.trim())
  const problem = input.problem ?? (recognised.ok ? null : describeIntakeProblem(recognised.problem))
  const start = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    const now = draft ? succeed(recogniseContent(draft.content, language)) : recogniseText(text, language)
    if (isSourceWrong || !now.ok) return
    const about = {
      origin: input.original ? ('file' as const) : ('pasted' as const),
      ...(draft && { author: draft.about.author, publisher: draft.about.publisher, modified: draft.about.modified }),
      sourceUrl: sourceUrl.trim(),
      published,
      language,
      captured: input.original?.captured ?? new Date().toISOString(),
    }
    begin(now.value, about, input.original)
  }

  return (
    <main className="new-article-page" data-takes-files {...dropping(input.open)}>
      <h1>{words.library.newTitle}</h1>
      <form className="new-article-page-form" noValidate onSubmit={start}>
        {draft ? (
          <OpenedDraft draft={draft} fileName={input.fileName} />
        ) : (
          <TextArea
            label={words.library.text}
            help={words.library.textHelp}
            rows={12}
            dir="auto"
            spellCheck={false}
            value={text}
            onChange={event => input.type(event.currentTarget.value)}
          />
        )}
        {input.reading !== null && (
          <Strip actions={<Button onClick={input.cancel}>{words.library.cancelReading}</Button>}>
            <span role="status">{words.library.reading(input.reading.name)}</span>
            <ThinBar value={input.reading.share} max={1} />
          </Strip>
        )}
        {input.canPutBack && (
          <Strip actions={<Button onClick={input.putBack}>{words.library.putBack}</Button>}>
            <span role="status">{words.library.replaced(input.fileName)}</span>
          </Strip>
        )}
        <FileField
          label={words.library.openFile}
          help={words.library.fileHelp}
          accept={ACCEPTED_FILES}
          onFile={file => void input.open(file)}
        />
        <div className="new-article-page-details">
          <SelectField
            label={words.library.language}
            help={settled.trim() === '' ? undefined : words.library.detected(languageName(detected))}
            options={languageOptions(language)}
            value={language}
            onChange={event => setLanguage(event.currentTarget.value)}
          />
          <TextField
            label={words.library.published}
            type="date"
            value={published}
            onChange={event => setPublished(event.currentTarget.value)}
          />
          <TextField
            label={words.library.source}
            type="url"
            inputMode="url"
            autoComplete="off"
            value={sourceUrl}
            problem={tried && isSourceWrong ? words.library.sourceProblem : undefined}
            onChange={event => setSourceUrl(event.currentTarget.value)}
          />
        </div>
        <div>
          {problem !== null && (tried || settled !== '' || input.problem !== null) && (
            <p className="new-article-page-problem" role="alert">
              {problem}
            </p>
          )}
          <KnownArticle id={recognised.ok ? recognised.value.id : null} />
        </div>
        <div>
          <Button look="solid" type="submit">
            {words.library.start}
          </Button>
        </div>
      </form>
      <ArticlePreview recognised={recognised.ok ? recognised.value : null} language={language} />
    </main>
  )
}

function useRecognised(text: string, draft: ArticleDraft | null, chosenLanguage: string | null) {
  const settled = useSettledText(text)
  const detected = useMemo(() => draft?.about.language ?? detectLanguage(settled), [draft, settled])
  const language = chosenLanguage ?? detected
  const recognised = useMemo(
    () => (draft ? succeed(recogniseContent(draft.content, language)) : recogniseText(settled, language)),
    [draft, settled, language],
  )
  return { recognised, detected, language, settled: draft ? draft.about.title : settled }
}

/** The text as it was at the last pause. A long one takes a moment to be recognised, which must not come between two keys. */
function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text.length > LONG_TEXT ? LONG_PAUSE : 0)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

const LONG_TEXT = 50_000 // UTF-16 units, recognised in some tens of milliseconds
const LONG_PAUSE = 400 // ms

/** What there is to make an article of, and where it came from. Nothing that was typed is lost: a file that replaces it can be taken back. */
function useArticleInput(onDraft: (draft: ArticleDraft) => void) {
  const [text, setText] = useState('')
  const [opened, setOpened] = useState<{ readonly name: string; readonly draft: ArticleDraft } | null>(null)
  const [before, setBefore] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const reading = useFileReading()
  const draft = opened?.draft ?? null
  const isPlain = draft?.format === 'text'
  return {
    text,
    draft: isPlain ? null : draft,
    problem,
    fileName: opened?.name ?? '',
    reading: reading.state,
    cancel: reading.cancel,
    /** What the file held; `null` of what was typed, or changed since. */
    original: draft && (!isPlain || draft.original.text === text) ? draft.original : null,
    canPutBack: opened !== null && reading.state === null && (before.trim() !== '' || !isPlain),
    type(next: string) {
      setText(next)
      setProblem(null)
    },
    putBack() {
      setText(before)
      setOpened(null)
      setBefore('')
    },
    async open(file: File) {
      const outcome = await reading.read(file)
      if (!outcome.ok) {
        setProblem(outcome.problem)
        return
      }
      const next = outcome.value
      setBefore(opened && !isPlain ? before : text)
      setOpened({ name: file.name, draft: next })
      setText(next.format === 'text' ? next.original.text : '')
      setProblem(null)
      onDraft(next)
    },
  }
}

/** Reads one file at a time, which a person may stop; another file stops the one before. */
function useFileReading() {
  const [state, setState] = useState<{ readonly name: string; readonly share: number } | null>(null)
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(), [])
  return {
    state,
    cancel: () => stop.current.abort(),
    async read(file: File) {
      stop.current.abort()
      const mine = (stop.current = new AbortController())
      setState({ name: file.name, share: 0 })
      const onProgress = (share: number) => mine.signal.aborted || setState({ name: file.name, share })
      const outcome = await openArticleFile(file, { signal: mine.signal, onProgress })
      if (stop.current === mine) setState(null)
      return outcome
    },
  }
}

/** Puts the article on the shelf and opens it; one that is there already is opened as it is. */
function useBeginReview() {
  const store = useReviewStore()
  const [, navigate] = useLocation()
  return ({ id, content }: RecognisedText, about: ArticleSource, original: CapturedText | null) => {
    const known = store.getState().shelf[id]
    if (known) store.getState().notify({ kind: 'article-known', name: known.name })
    else store.getState().addArticle({ ...createArticle(content, about), ...(original && { original }) })
    navigate(`/article/${id}`)
  }
}

function KnownArticle({ id }: { readonly id: string | null }) {
  const name = useReview(state => (id === null ? undefined : state.shelf[id]?.name))
  return <p role="status">{name !== undefined && words.library.known(name)}</p>
}

function dropping(open: (file: File) => Promise<void>) {
  return {
    onDragOver(event: DragEvent) {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault()
    },
    onDrop(event: DragEvent) {
      const [file] = event.dataTransfer.files
      if (!file) return
      event.preventDefault()
      void open(file)
    },
  }
}
