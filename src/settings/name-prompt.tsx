import { useState, type SubmitEvent } from 'react'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Strip } from '../ui/strip.tsx'
import { words } from '../wording/words.ts'
import { isNameAsked } from './is-name-asked.ts'
import { MAX_NAME_LENGTH } from './name-length.ts'
import './name-prompt.css'

/** Asks once, beside the work, for the name of a reviewer who has begun without one. It never takes the focus. */
export function NamePrompt() {
  const isAsked = useReview(isNameAsked)
  return isAsked ? <Question /> : null
}

function Question() {
  const store = useReviewStore()
  const [name, setName] = useState('')
  // The focus would be lost with the strip.
  const goOn = () => store.getState().requestFocus({ target: 'article', id: null })
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    store.getState().changeReviewer({ name: name.trim() })
    goOn()
  }
  const decline = () => {
    store.getState().changeSettings({ askedForName: true })
    goOn()
  }
  return (
    <form className="name-prompt" aria-label={words.common.nameForm} noValidate onSubmit={save}>
      <Strip
        actions={
          <>
            <Button look="outlined" type="submit">
              {words.common.saveName}
            </Button>
            <Button onClick={decline}>{words.common.notNow}</Button>
          </>
        }
      >
        <TextField
          label={words.common.askName}
          dir="auto"
          autoComplete="name"
          maxLength={MAX_NAME_LENGTH}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
      </Strip>
    </form>
  )
}
