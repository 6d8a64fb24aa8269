import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { nameOfUnit, type UnitRow, unitOptions } from './unit-options.ts'

type Props = {
  units: readonly UnitRow[]
  leads: readonly string[]
  onChange: (leads: readonly string[]) => void
}

/** The units that a person leads, and so may read the results of. */
export function LedUnits({ units, leads, onChange }: Props) {
  const { t } = useTexts()
  const others = units.filter(({ id }) => !leads.includes(id))
  return (
    <div className="stack stack-tight">
      <p className="people-leads">{t('people.leads')}</p>
      {leads.length === 0 ? (
        <p className="soft">{t('people.leads-none')}</p>
      ) : (
        <ul className="people-leads-list">
          {leads.map((id) => (
            <li key={id} className="row">
              <bdi>{nameOfUnit(units, id)}</bdi>
              <Button look="quiet" onClick={() => onChange(leads.filter((one) => one !== id))}>
                {t('people.leads-remove', { unit: nameOfUnit(units, id) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Choice
          label={t('people.leads-add')}
          value=""
          onChange={(event) => onChange([...leads, event.target.value])}
          options={[['', t('people.leads-choose')], ...unitOptions(others)]}
        />
      )}
    </div>
  )
}
