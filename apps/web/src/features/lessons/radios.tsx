type Props<Value extends string> = {
  legend: string
  name: string
  value: Value
  options: readonly (readonly [value: Value, words: string])[]
  onChange: (value: Value) => void
}

/** Native radio buttons below one heading: one of them is chosen. */
export function Radios<Value extends string>({ legend, name, value, options, onChange }: Props<Value>) {
  return (
    <fieldset className="radios">
      <legend>{legend}</legend>
      {options.map(([one, words]) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          {words}
        </label>
      ))}
    </fieldset>
  )
}
