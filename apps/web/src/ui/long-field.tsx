import { type TextareaHTMLAttributes, useId } from 'react'
import './field.css'

/** A labelled field for a few lines, with its hint and its problem where there are any. */
export function LongField({
  label,
  hint,
  problem,
  ...area
}: TextareaHTMLAttributes<HTMLTextAreaElement> & {
  label: string
  hint?: string
  problem?: string | undefined
}) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="small soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        {...area}
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
      />
      {problem && (
        <p className="small field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
