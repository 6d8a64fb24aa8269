import { type InputHTMLAttributes, useId } from 'react'
import './tick.css'

/** A labelled native checkbox with its hint. */
export function Tick({
  label,
  hint,
  ...input
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: string; hint: string }) {
  const id = useId()
  return (
    <div className="tick">
      <input {...input} id={id} type="checkbox" aria-describedby={`${id}-hint`} />
      <label htmlFor={id}>{label}</label>
      <p className="small soft" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
