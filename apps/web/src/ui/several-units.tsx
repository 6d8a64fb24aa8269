import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'
import { Choice } from './choice.tsx'

type Unit<Id extends string> = { readonly id: Id; readonly name: string }

/** Several of a list of units: those that are chosen, each with a button that takes it away, and a select that adds one. */
export function SeveralUnits<Id extends string>({
  label,
  hint,
  units,
  chosen,
  onChange,
}: {
  label: string
  hint?: string
  units: readonly Unit<Id>[]
  chosen: readonly Id[]
  onChange: (chosen: Id[]) => void
}) {
  const { t } = useTexts()
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {hint && <p className="small soft">{hint}</p>}
      {chosen.length > 0 && (
        <ul className="row">
          {chosen.map((id) => (
            <li key={id}>
              <Button
                aria-label={t('rights.remove-unit', { unit: nameOf.get(id) ?? id })}
                onClick={() => onChange(chosen.filter((one) => one !== id))}
              >
                <bdi>{nameOf.get(id) ?? id}</bdi> <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Choice
        label={t('rights.add-unit')}
        value=""
        onChange={(event) => {
          const added = units.find(({ id }) => id === event.currentTarget.value)
          if (added) onChange([...chosen, added.id])
        }}
        options={[
          ['', '–'] as const,
          ...units.filter(({ id }) => !chosen.includes(id)).map(({ id, name }) => [id, name] as const),
        ]}
      />
    </fieldset>
  )
}
