import type { Colleagues } from '@chorus/contracts/commons'
import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'
import { FindColleague } from './find-colleague.tsx'

export type NamedPerson = Colleagues['people'][number]

/** Colleagues who are named one after the other: those who are chosen, each with a button that takes the name away, and the search for one more. */
export function SeveralPeople({
  label,
  chosen,
  most,
  onChange,
}: {
  label: string
  chosen: readonly NamedPerson[]
  most: number
  onChange: (chosen: NamedPerson[]) => void
}) {
  const { t } = useTexts()
  // Whom to name first is asked by the field itself.
  const isFirst = chosen.length === 0
  return (
    <fieldset className="field">
      <legend className={isFirst ? 'visually-hidden' : ''}>{label}</legend>
      {!isFirst && (
        <ul className="row">
          {chosen.map((person) => (
            <li key={person.id}>
              <Button
                aria-label={t('rights.remove-unit', { unit: person.name })}
                onClick={() => onChange(chosen.filter(({ id }) => id !== person.id))}
              >
                <bdi>{person.name}</bdi> <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < most && (
        <FindColleague
          // Emptied after each name.
          key={chosen.length}
          label={isFirst ? label : t('rights.find')}
          onChoose={(person) => {
            if (!chosen.some(({ id }) => id === person.id)) onChange([...chosen, person])
          }}
        />
      )}
    </fieldset>
  )
}
