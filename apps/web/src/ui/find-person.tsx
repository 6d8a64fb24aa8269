import type { FoundPeople } from '@chorus/contracts/roles'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleQuery } from '../lib/api/people.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { PersonSearch } from './person-search.tsx'

/** Names somebody by a part of the name or address: for those who give rights, and nobody else. */
export function FindPerson({ onChoose }: { onChoose: (person: FoundPeople['people'][number]) => void }) {
  const { t } = useTexts()
  const [words, setWords] = useState('')
  const search = words.trim()
  const found = useQuery(peopleQuery(search))
  return (
    <PersonSearch
      label={t('rights.find')}
      hint={t('rights.find-hint')}
      words={words}
      onWords={setWords}
      found={search.length >= 2 ? found : null}
      onChoose={onChoose}
    />
  )
}
