import './checks.css'

type Props = {
  legend: string
  name: string
  /** Value and words. */
  options: readonly (readonly [value: string, words: string])[]
  chosen: readonly string[]
}

/** Native boxes below one heading: any of them may be ticked. */
export function Checks({ legend, name, options, chosen }: Props) {
  return (
    <fieldset className="checks-set">
      <legend>{legend}</legend>
      <div className="checks">
        {options.map(([value, words]) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
