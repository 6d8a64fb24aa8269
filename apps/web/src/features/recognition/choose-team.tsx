import type { FoundTeams } from '@chorus/contracts/recognition'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { teamsQuery } from './api/recognitions.ts'

export type Team = FoundTeams['teams'][number]

/** Names a team: a few letters, then one of those that are found. */
export function ChooseTeam({
  chosen,
  onChoose,
}: {
  chosen: Team | null
  onChoose: (team: Team | null) => void
}) {
  const { t } = useTexts()
  const [words, setWords] = useState('')
  const search = words.trim()
  const query = useQuery(teamsQuery(search))
  if (chosen)
    return (
      <div className="row">
        <p>
          {t('recognition.team')}: <bdi>{chosen.name}</bdi>
        </p>
        <Button onClick={() => onChoose(null)}>{t('rights.action')}</Button>
      </div>
    )
  return (
    <div className="stack stack-tight">
      <Field
        label={t('recognition.find-team')}
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {search.length >= 2 && (
        <Loaded query={query}>
          {({ teams }) =>
            teams.length === 0 ? (
              <p className="soft">{t('recognition.find-team-none')}</p>
            ) : (
              <ul className="row">
                {teams.map((team) => (
                  <li key={team.id}>
                    <Button onClick={() => onChoose(team)}>
                      <bdi>{team.name}</bdi>
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
