import { Field } from '../../ui/field.tsx'

/** A whole number; undefined while the field is empty. */
export function NumberField({
  value,
  onChange,
  ...field
}: {
  label: string
  hint?: string
  problem?: string | undefined
  min: number
  max: number
  value: number | undefined
  onChange: (value: number | undefined) => void
}) {
  return (
    <Field
      {...field}
      type="number"
      inputMode="numeric"
      step={1}
      value={value ?? ''}
      onChange={(event) => {
        const given = event.target.valueAsNumber
        onChange(Number.isNaN(given) ? undefined : given)
      }}
    />
  )
}
