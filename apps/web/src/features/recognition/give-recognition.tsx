import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type NamedPerson, SeveralPeople } from '../../ui/several-people.tsx'
import { giveRecognition, recognitionsQuery } from './api/recognitions.ts'
import { ChooseTeam, type Team } from './choose-team.tsx'

const mostPeople = 12

/** Who, what they did, what it made possible, and who may read it. */
export function GiveRecognition({ onSent }: { onSent: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [toTeam, setToTeam] = useState(false)
  const [people, setPeople] = useState<NamedPerson[]>([])
  const [team, setTeam] = useState<Team | null>(null)
  const [missing, setMissing] = useState(false)
  const giving = useMutation({
    mutationFn: giveRecognition,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: recognitionsQuery.queryKey })
      onSent()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    const [did, enabled, value] = [given('did'), given('enabled'), given('value')]
    const to = toTeam
      ? team && { kind: 'team' as const, unit: team.id }
      : people.length > 0 && { kind: 'people' as const, people: people.map(({ id }) => id) }
    setMissing(!to || !did || !enabled)
    if (!to || !did || !enabled || giving.isPending) return
    const audience = given('audience') === 'unit' ? 'unit' : 'organisation'
    giving.mutate({ to, did, enabled, value, audience })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Choice
        label={t('recognition.whom')}
        value={toTeam ? 'team' : 'people'}
        onChange={(event) => setToTeam(event.currentTarget.value === 'team')}
        options={[
          ['people', t('recognition.people')],
          ['team', t('recognition.team')],
        ]}
      />
      {toTeam ? (
        <ChooseTeam chosen={team} onChoose={setTeam} />
      ) : (
        <SeveralPeople
          label={t('recognition.people')}
          chosen={people}
          most={mostPeople}
          onChange={setPeople}
        />
      )}
      <LongField
        label={t('recognition.did')}
        hint={t('recognition.did-hint')}
        name="did"
        rows={3}
        dir="auto"
        maxLength={500}
      />
      <LongField
        label={t('recognition.enabled')}
        hint={t('recognition.enabled-hint')}
        name="enabled"
        rows={3}
        dir="auto"
        maxLength={500}
      />
      <Field
        label={t('recognition.value')}
        hint={t('recognition.value-hint')}
        name="value"
        maxLength={40}
        autoComplete="off"
        dir="auto"
      />
      <Choice
        label={t('recognition.audience')}
        name="audience"
        defaultValue="organisation"
        options={[
          ['organisation', t('recognition.audience-organisation')],
          ['unit', t(toTeam ? 'recognition.audience-team' : 'recognition.audience-own')],
        ]}
      />
      {missing && (
        <Notice tone="problem">
          <p>{t('recognition.missing')}</p>
        </Notice>
      )}
      {giving.error && <ProblemNotice error={giving.error} />}
      <div>
        <Button type="submit" look="main" busy={giving.isPending}>
          {t('recognition.send')}
        </Button>
      </div>
    </form>
  )
}
