import { SelectField, TextField } from '../ui/field.tsx'
import { languageName, languageOptions } from '../wording/language-names.ts'
import { pageWords } from '../wording/page-words.ts'
import type { Details } from './desk.ts'
import type { WrongDetails } from './make-article.ts'

interface WorkDetailsProps {
  readonly details: Details
  readonly language: string
  /** The language that text or file suggest, where that should be said. */
  readonly detected: string | null
  /** What is wrong, once it should be said. */
  readonly wrong: WrongDetails | null
  readonly onChange: (change: Partial<Details>) => void
}

/** What is known of an article beside its text. All of it may be left empty. */
export function WorkDetails({ details, language, detected, wrong, onChange }: WorkDetailsProps) {
  const { library } = pageWords
  return (
    <fieldset className="work-details">
      <legend>{library.details}</legend>
      <SelectField
        label={library.language}
        help={detected === null ? undefined : library.detected(languageName(detected))}
        options={languageOptions(language)}
        value={language}
        onChange={event => onChange({ language: event.currentTarget.value })}
      />
      <TextField
        label={library.author}
        autoComplete="off"
        value={details.author}
        onChange={event => onChange({ author: event.currentTarget.value })}
      />
      <TextField
        label={library.publisher}
        autoComplete="off"
        value={details.publisher}
        onChange={event => onChange({ publisher: event.currentTarget.value })}
      />
      <TextField
        label={library.source}
        type="url"
        inputMode="url"
        autoComplete="off"
        value={details.sourceUrl}
        problem={wrong?.sourceUrl ? library.sourceProblem : undefined}
        onChange={event => onChange({ sourceUrl: event.currentTarget.value })}
      />
      <div className="work-details-dates">
        <TextField
          label={library.published}
          inputMode="numeric"
          autoComplete="off"
          placeholder="2025-06-16"
          value={details.published}
          problem={wrong?.published ? library.dateProblem : undefined}
          onChange={event => onChange({ published: event.currentTarget.value })}
        />
        <TextField
          label={library.modifiedOn}
          inputMode="numeric"
          autoComplete="off"
          placeholder="2025-06-16"
          value={details.modified}
          problem={wrong?.modified ? library.dateProblem : undefined}
          onChange={event => onChange({ modified: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  )
}
