import type { FoundPeople } from '@chorus/contracts/roles'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Loaded } from './loaded.tsx'

type Person = FoundPeople['people'][number]

/** A few letters, then those who are found. @param found null while nothing is asked for */
export function PersonSearch({
  label,
  hint,
  words,
  onWords,
  found,
  onChoose,
}: {
  label: string
  hint: string
  words: string
  onWords: (words: string) => void
  found: UseQueryResult<{ people: Person[] }> | null
  onChoose: (person: Person) => void
}) {
  const { t } = useTexts()
  return (
    <div className="stack stack-tight">
      <Field
        label={label}
        hint={hint}
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      {found && (
        <Loaded query={found}>
          {({ people }) =>
            people.length === 0 ? (
              <p className="soft">{t('rights.find-none')}</p>
            ) : (
              <ul className="row">
                {people.map((person) => (
                  <li key={person.id}>
                    <Button onClick={() => onChoose(person)}>
                      <bdi>{person.name}</bdi> <span className="small soft">{person.unit}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </div>
  )
}
