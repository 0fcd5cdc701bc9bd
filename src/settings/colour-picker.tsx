import { Check } from 'lucide-react'
import { useId } from 'react'
import { REVIEWER_COLOURS } from '../domain/reviewer.ts'
import { pageWords } from '../wording/page-words.ts'
import './colour-picker.css'

interface ColourPickerProps {
  readonly value: string
  readonly onChange: (colour: string) => void
}

/** The colours of a reviewer, each with a name; one that came from elsewhere is offered as well. */
export function ColourPicker({ value, onChange }: ColourPickerProps) {
  const group = useId()
  const colours = new Set<string>([...REVIEWER_COLOURS, value])
  return (
    <fieldset className="colour-picker" role="radiogroup" aria-labelledby={`${group}-legend`}>
      <legend id={`${group}-legend`}>{pageWords.settings.colour}</legend>
      {[...colours].map(colour => (
        <label key={colour} style={{ backgroundColor: colour }} title={nameOf(colour)}>
          <input
            type="radio"
            name={group}
            aria-label={nameOf(colour)}
            checked={colour === value}
            onChange={() => onChange(colour)}
          />
          <Check size={18} aria-hidden />
        </label>
      ))}
    </fieldset>
  )
}

function nameOf(colour: string): string {
  return pageWords.settings.colours[colour] ?? pageWords.settings.otherColour
}
