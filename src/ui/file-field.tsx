import { useId } from 'react'
import './field.css'
import './file-field.css'

interface FileFieldProps {
  readonly label: string
  /** File name endings and media types, as the `accept` attribute has them. */
  readonly accept: string
  readonly help?: string
  readonly onFile: (file: File) => void
}

/** A labelled button that opens one file. Choosing the same file again counts as choosing. */
export function FileField({ label, accept, help, onFile }: FileFieldProps) {
  const id = useId()
  return (
    <div className="field file-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-notes` })}
        onChange={event => {
          const file = event.currentTarget.files?.[0]
          if (file) onFile(file)
        }}
        onClick={event => {
          // Otherwise a file that was refused, mended and chosen again would not be a change.
          event.currentTarget.value = ''
        }}
      />
      {help !== undefined && (
        <p id={`${id}-notes`} className="field-help">
          {help}
        </p>
      )}
    </div>
  )
}
