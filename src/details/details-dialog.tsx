import { useState, type ComponentProps, type SubmitEvent } from 'react'
import { detailsOf, MAX_NAME_LENGTH, type ArticleDetails } from '../domain/article.ts'
import type { ArticleId } from '../domain/identifiers.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { languageOptions } from '../wording/language-names.ts'
import { words } from '../wording/words.ts'
import { problemsIn } from './details-problems.ts'

interface DetailsDialogProps {
  readonly article: ArticleId
  readonly onClose: () => void
}

/** Corrects what is known of an article beside its text. */
export function DetailsDialog({ article: id, onClose }: DetailsDialogProps) {
  const store = useReviewStore()
  const name = useReview(state => state.shelf[id]?.name ?? '')
  const [details, setDetails] = useState(() => detailsOf(store.getState().articles[id]!))
  const [isTried, setTried] = useState(false)
  const problems = problemsIn(details)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems).length > 0) return
    store.getState().changeDetails(id, { ...details, sourceUrl: details.sourceUrl.trim() })
    onClose()
  }
  /** What a field of a detail has in common with the others. */
  const field = (detail: keyof ArticleDetails) => ({
    value: details[detail],
    problem: isTried ? problems[detail] : undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDetails({ ...details, [detail]: event.currentTarget.value }),
  })
  return (
    <Dialog title={words.details.editTitle} closeLabel={words.common.close} onClose={onClose}>
      <form className="dialog-form" noValidate onSubmit={save}>
        <p>{words.details.editOf(name)}</p>
        <TextField label={words.details.author} {...NAME} {...field('author')} />
        <TextField label={words.details.publisher} {...NAME} {...field('publisher')} />
        <TextField label={words.details.source} type="url" inputMode="url" autoComplete="off" {...field('sourceUrl')} />
        <div className="field-row">
          <TextField label={words.details.published} {...DATE} {...field('published')} />
          <TextField label={words.details.modified} {...DATE} {...field('modified')} />
        </div>
        <SelectField
          label={words.details.language}
          help={words.details.languageHelp}
          options={languageOptions(details.language)}
          {...field('language')}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button look="solid" type="submit">
            {words.details.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const NAME: ComponentProps<'input'> = { dir: 'auto', autoComplete: 'off', maxLength: MAX_NAME_LENGTH }

// A field of the browser for days knows no month or year alone.
const DATE: ComponentProps<'input'> = {
  inputMode: 'numeric',
  autoComplete: 'off',
  placeholder: words.details.dateHint,
}
