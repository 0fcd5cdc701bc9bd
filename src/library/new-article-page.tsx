import { useEffect, useMemo, useState, type DragEvent, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { detectLanguage } from '../intake/detect-language.ts'
import { createArticle } from '../intake/create-article.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Strip } from '../ui/strip.tsx'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { languageName, languageOptions } from '../wording/language-names.ts'
import { words } from '../wording/words.ts'
import { ArticlePreview } from './article-preview.tsx'
import { openTextFile } from './open-text-file.ts'
import { recogniseText, type ArticleDetails } from './recognise-text.ts'
import { isSourceAddress } from './source-host.ts'
import './new-article-page.css'

/** Makes an article of a pasted text or a text file, and shows beforehand how it is recognised. */
export function NewArticlePage() {
  const input = useTextInput()
  const { text } = input
  const [chosenLanguage, setLanguage] = useState<string | null>(null)
  const [sourceUrl, setSourceUrl] = useState('')
  const [published, setPublished] = useState('')
  const [tried, setTried] = useState(false)
  const { recognised, detected, language, settled } = useRecognised(text, chosenLanguage)
  const begin = useBeginReview()

  const isSourceWrong = !isSourceAddress(sourceUrl.trim())
  const problem = input.problem ?? (recognised.ok ? null : describeIntakeProblem(recognised.problem))
  const start = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (isSourceWrong) return
    begin(text, { origin: input.origin, sourceUrl: sourceUrl.trim(), published, language })
  }

  return (
    <main className="new-article-page" data-takes-files {...dropping(input.open)}>
      <h1>{words.library.newTitle}</h1>
      <form className="new-article-page-form" noValidate onSubmit={start}>
        <TextArea
          label={words.library.text}
          help={words.library.textHelp}
          rows={12}
          dir="auto"
          spellCheck={false}
          value={text}
          onChange={event => input.type(event.currentTarget.value)}
        />
        {input.replaced && (
          <Strip actions={<Button onClick={input.putBack}>{words.library.putBack}</Button>}>
            <span role="status">{words.library.replaced(input.replaced.fileName)}</span>
          </Strip>
        )}
        <FileField
          label={words.library.openFile}
          help={words.library.fileHelp}
          accept=".txt,text/plain"
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

function useRecognised(text: string, chosenLanguage: string | null) {
  const settled = useSettledText(text)
  const detected = useMemo(() => detectLanguage(settled), [settled])
  const language = chosenLanguage ?? detected
  const recognised = useMemo(() => recogniseText(settled, language), [settled, language])
  return { recognised, detected, language, settled }
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

/** The text with where it came from. Nothing that was typed is lost: a file that replaces it can be taken back. */
function useTextInput() {
  const [text, setText] = useState('')
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null)
  const [before, setBefore] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  return {
    text,
    problem,
    origin: file?.text === text ? ('file' as const) : ('pasted' as const),
    replaced: file && before.trim() !== '' ? { fileName: file.name } : null,
    type(next: string) {
      setText(next)
      setProblem(null)
    },
    putBack() {
      setText(before)
      setFile(null)
      setBefore('')
    },
    async open(chosen: File) {
      const outcome = await openTextFile(chosen)
      if (!outcome.ok) {
        setProblem(outcome.problem)
        return
      }
      setBefore(text)
      setFile({ name: chosen.name, text: outcome.value })
      setText(outcome.value)
      setProblem(null)
    },
  }
}

/** Puts the article on the shelf and opens it; one that is there already is opened as it is. Does nothing for a text that is none. */
function useBeginReview() {
  const store = useReviewStore()
  const [, navigate] = useLocation()
  return (text: string, details: Omit<ArticleDetails, 'captured'>) => {
    const recognised = recogniseText(text, details.language)
    if (!recognised.ok) return
    const { id, content } = recognised.value
    const known = store.getState().shelf[id]
    if (known) store.getState().notify({ kind: 'article-known', name: known.name })
    else store.getState().addArticle(createArticle(content, { ...details, captured: new Date().toISOString() }))
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
