import type { Delegations } from '@chorus/contracts/delegation'
import type { FoundPeople } from '@chorus/contracts/roles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FindPerson } from '../../ui/find-person.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SeveralUnits } from '../../ui/several-units.tsx'
import { addDelegation, delegationsQuery } from './api/delegations.ts'

/** A person, units and days. Whoever leads one unit alone has nothing to choose there. */
export function AddDelegation({ units }: { units: Delegations['units'] }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [person, setPerson] = useState<FoundPeople['people'][number] | null>(null)
  const [chosen, setChosen] = useState(units.length === 1 ? units.map(({ id }) => id) : [])
  const [missing, setMissing] = useState(false)
  const adding = useMutation({
    mutationFn: addDelegation,
    onSuccess: () => client.invalidateQueries({ queryKey: delegationsQuery.queryKey }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const from = String(given.get('from') ?? '')
    const until = String(given.get('until') ?? '')
    const reason = String(given.get('reason') ?? '')
    const isWhole = person !== null && chosen.length > 0 && from !== '' && until !== ''
    setMissing(!isWhole)
    if (isWhole)
      adding.mutate(
        { standIn: person.id, units: chosen, from, until, reason },
        {
          onSuccess: () => {
            form.reset()
            setPerson(null)
          },
        },
      )
  }
  return (
    <div className="stack">
      {person ? (
        <div className="row">
          <p>{t('delegation.chosen', { name: person.name })}</p>
          <Button onClick={() => setPerson(null)}>{t('rights.action')}</Button>
        </div>
      ) : (
        <FindPerson onChoose={setPerson} />
      )}
      <form className="stack" onSubmit={submit} noValidate>
        <SeveralUnits label={t('delegation.units')} units={units} chosen={chosen} onChange={setChosen} />
        <Field label={t('delegation.from')} name="from" type="date" />
        <Field label={t('delegation.until')} name="until" type="date" />
        <Field
          label={t('delegation.reason')}
          hint={t('delegation.reason-hint')}
          name="reason"
          maxLength={200}
          autoComplete="off"
        />
        {missing && (
          <Notice tone="problem">
            <p>{t('delegation.missing')}</p>
          </Notice>
        )}
        {adding.error && <ProblemNotice error={adding.error} />}
        <div>
          <Button type="submit" look="main" busy={adding.isPending}>
            {t('delegation.button')}
          </Button>
        </div>
      </form>
    </div>
  )
}
