import { type InputHTMLAttributes, useId } from 'react'
import './field.css'

/** A labelled native input with its hint and, where there is one, its problem. */
export function Field({
  label,
  hint,
  problem,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string; problem?: string | undefined }) {
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
      <input
        {...input}
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : input['aria-invalid']}
      />
      {problem && (
        <p className="small field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
