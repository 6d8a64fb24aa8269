import { type TextareaHTMLAttributes, useId } from 'react'
import './field.css'

/** A labelled field for a few lines, with its hint where there is one. */
export function LongField({
  label,
  hint,
  ...area
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { label: string; hint?: string }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="small soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea {...area} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
    </div>
  )
}
