import { useId } from 'react'
import './field.css'
import './file-field.css'

interface FileFieldProps {
  readonly label: string
  /** File name endings and media types, as the `accept` attribute has them. */
  readonly accept: string
  readonly help?: string
}

interface OneFile extends FileFieldProps {
  readonly onFile: (file: File) => void
  readonly onFiles?: never
}

interface SeveralFiles extends FileFieldProps {
  readonly onFile?: never
  readonly onFiles: (files: readonly File[]) => void
}

/** A labelled button that opens one file, or several. Choosing the same again counts as choosing. */
export function FileField({ label, accept, help, onFile, onFiles }: OneFile | SeveralFiles) {
  const id = useId()
  return (
    <div className="field file-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={onFiles !== undefined}
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-notes` })}
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])]
          if (!files[0]) return
          if (onFiles) onFiles(files)
          else onFile(files[0])
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
