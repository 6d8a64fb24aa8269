import type { Colleagues } from '@chorus/contracts/commons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { colleaguesQuery } from '../lib/api/colleagues.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { PersonSearch } from './person-search.tsx'

/** Names a colleague by a beginning of the name, as anybody may. */
export function FindColleague({
  label,
  onChoose,
}: {
  label: string
  onChoose: (person: Colleagues['people'][number]) => void
}) {
  const { t } = useTexts()
  const [words, setWords] = useState('')
  const search = words.trim()
  const found = useQuery(colleaguesQuery(search))
  return (
    <PersonSearch
      label={label}
      hint={t('recognition.find-hint')}
      words={words}
      onWords={setWords}
      found={search === '' ? null : found}
      onChoose={onChoose}
    />
  )
}
