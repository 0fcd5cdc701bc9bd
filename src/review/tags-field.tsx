import { X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { TextField } from '../ui/field.tsx'
import { words } from '../wording/words.ts'

interface TagsFieldProps {
  readonly tags: readonly string[]
  onChange(tags: readonly string[]): void
}

/** Tags as chips; Enter or a comma adds what was typed, leaving the field too. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLDivElement>(null)

  function add() {
    const tag = typed.trim().toWellFormed()
    setTyped('')
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag])
  }

  function remove(tag: string) {
    onChange(tags.filter(other => other !== tag))
    // The button goes with its tag; the focus must not go with it.
    field.current?.querySelector('input')?.focus()
  }

  function keyed(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ',')) return
    event.preventDefault()
    add()
  }

  return (
    <div ref={field} className="tags-field">
      {tags.length > 0 && (
        <ul aria-label={words.review.tags}>
          {tags.map(tag => (
            <li key={tag}>
              {tag}
              <button type="button" aria-label={words.review.removeTag(tag)} onClick={() => remove(tag)}>
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextField
        label={words.review.addTag}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={keyed}
        onBlur={add}
      />
    </div>
  )
}
