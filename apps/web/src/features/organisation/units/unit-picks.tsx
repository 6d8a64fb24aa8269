import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'

export type PickableUnit = { readonly id: string; readonly name: string; readonly today?: boolean }

type Props = {
  label: string
  units: readonly PickableUnit[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** One unit of many. */
export function UnitPick({ label, units, chosen, onChange }: Props) {
  const { t } = useTexts()
  const options = useOptions(units)
  return (
    <Choice
      label={label}
      value={chosen[0] ?? ''}
      options={[['', t('units.choose')], ...options]}
      onChange={({ target }) => onChange(target.value === '' ? [] : [target.value])}
    />
  )
}

/** Several units: those that are chosen, and a list to add one from. */
export function UnitPicks({ label, units, chosen, onChange }: Props) {
  const { t } = useTexts()
  const left = useOptions(units.filter(({ id }) => !chosen.includes(id)))
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? id
  return (
    <div className="stack stack-tight">
      <Choice
        label={label}
        value=""
        options={[['', t('units.add-unit')], ...left]}
        onChange={({ target }) => target.value !== '' && onChange([...chosen, target.value])}
      />
      {chosen.length > 0 && (
        <ul className="import-buttons" aria-label={label}>
          {chosen.map((id) => (
            <li key={id}>
              <Button
                aria-label={t('units.take-away', { unit: nameOf(id) })}
                onClick={() => onChange(chosen.filter((one) => one !== id))}
              >
                <bdi>{nameOf(id)}</bdi> <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Names may be alike, ids are not. */
function useOptions(units: readonly PickableUnit[]): (readonly [string, string])[] {
  const { t } = useTexts()
  return units.map(({ id, name, today }) => {
    const words = `${name} (${id})`
    return [id, today === false ? t('units.gone', { unit: words }) : words]
  })
}
