import { useId, type ComponentProps, type ReactNode } from 'react'
import './field.css'

interface FieldProps {
  readonly label: string
  /** A sentence below the field. */
  readonly help?: ReactNode
  /** What is wrong with what was typed, in one sentence. */
  readonly problem?: string | undefined
}

/** A labelled line of text. */
export function TextField({ label, help, problem, ...rest }: FieldProps & ComponentProps<'input'>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} {...rest} {...described(id, help, problem)} />
      <Notes id={id} help={help} problem={problem} />
    </div>
  )
}

/** A labelled text of several lines that grows with what is typed. */
export function TextArea({ label, help, problem, ...rest }: FieldProps & ComponentProps<'textarea'>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={2} {...rest} {...described(id, help, problem)} />
      <Notes id={id} help={help} problem={problem} />
    </div>
  )
}

interface SelectFieldProps extends FieldProps, ComponentProps<'select'> {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** A labelled choice of one. */
export function SelectField({ label, help, problem, options, ...rest }: SelectFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} {...rest} {...described(id, help, problem)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Notes id={id} help={help} problem={problem} />
    </div>
  )
}

function Notes({ id, help, problem }: { id: string; help: ReactNode; problem: string | undefined }) {
  if (problem !== undefined) {
    return (
      <p id={`${id}-notes`} className="field-problem">
        {problem}
      </p>
    )
  }
  return help !== undefined ? (
    <p id={`${id}-notes`} className="field-help">
      {help}
    </p>
  ) : null
}

function described(id: string, help: ReactNode, problem: string | undefined) {
  if (help === undefined && problem === undefined) return {}
  return { 'aria-describedby': `${id}-notes`, ...(problem !== undefined ? { 'aria-invalid': true } : {}) }
}
