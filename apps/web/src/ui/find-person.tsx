import type { FoundPeople } from '@chorus/contracts/roles'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleQuery } from '../lib/api/people.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Loaded } from './loaded.tsx'

type Person = FoundPeople['people'][number]

/** Names somebody: a few letters, then one of those who are found. */
export function FindPerson({ onChoose }: { onChoose: (person: Person) => void }) {
  const { t } = useTexts()
  const [words, setWords] = useState('')
  const search = words.trim()
  const query = useQuery(peopleQuery(search))
  return (
    <div className="stack stack-tight">
      <Field
        label={t('rights.find')}
        hint={t('rights.find-hint')}
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {search.length >= 2 && (
        <Loaded query={query}>
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
