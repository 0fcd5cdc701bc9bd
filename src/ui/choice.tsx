import { Fragment, useId, type ReactNode } from 'react'
import './choice.css'

/** One of several answers. */
export interface Option<Value> {
  readonly value: Value
  readonly label: ReactNode
  /** A sentence below the label. */
  readonly help?: ReactNode
  /** Stands above the first of several answers that belong together. */
  readonly group?: string
}

interface RadioGroupProps<Value> {
  readonly legend: string
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Whether the answers stand below each other or side by side. */
  readonly layout?: 'list' | 'row'
}

/** A question with one answer. */
export function RadioGroup<Value extends string | null>(props: RadioGroupProps<Value>) {
  const { legend, options, value, onChange, layout = 'list' } = props
  const group = useId()
  return (
    <fieldset className="choice-group" role="radiogroup" aria-labelledby={`${group}-legend`}>
      <legend id={`${group}-legend`}>{legend}</legend>
      <div className={`choice-options choice-${layout}`}>
        {options.map((option, index) => (
          <Fragment key={option.value ?? ''}>
            {option.group !== undefined && option.group !== options[index - 1]?.group && (
              <p className="choice-group-name">{option.group}</p>
            )}
            <Choice id={`${group}-${index}`} label={option.label} help={option.help}>
              <input
                type="radio"
                name={group}
                {...identified(`${group}-${index}`, option.help)}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
              />
            </Choice>
          </Fragment>
        ))}
      </div>
    </fieldset>
  )
}

interface CheckboxProps {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A yes or a no. */
export function Checkbox({ label, help, checked, onChange }: CheckboxProps) {
  const id = useId()
  return (
    <Choice id={id} label={label} help={help}>
      <input
        type="checkbox"
        {...identified(id, help)}
        checked={checked}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    </Choice>
  )
}

interface ChoiceProps {
  readonly id: string
  readonly label: ReactNode
  readonly help: ReactNode
  readonly children: ReactNode
}

function Choice({ id, label, help, children }: ChoiceProps) {
  return (
    <div className="choice">
      {children}
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p id={`${id}-help`} className="choice-help">
          {help}
        </p>
      )}
    </div>
  )
}

function identified(id: string, help: ReactNode) {
  return help === undefined ? { id } : { id, 'aria-describedby': `${id}-help` }
}
