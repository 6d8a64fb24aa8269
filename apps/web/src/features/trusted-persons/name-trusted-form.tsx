import { languages, locales } from '@chorus/contracts/locale'
import type { FoundPeople } from '@chorus/contracts/roles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trustedPersonsQuery } from '../../lib/api/trusted-persons.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Checks } from '../../ui/checks.tsx'
import { Field } from '../../ui/field.tsx'
import { FindPerson } from '../../ui/find-person.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { nameTrusted } from './api/trusted-persons.ts'
import './trusted-persons.css'

type Person = FoundPeople['people'][number]

/** Two people, the office of the first, and what senders are told of it. */
export function NameTrustedForm() {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const [person, setPerson] = useState<Person | null>(null)
  const [escalation, setEscalation] = useState<Person | null>(null)
  const [missing, setMissing] = useState(false)
  const naming = useMutation({
    mutationFn: nameTrusted,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rule-changes'] })
      await client.invalidateQueries({ queryKey: trustedPersonsQuery.queryKey })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const office = String(given.get('office') ?? '').trim()
    const spoken = locales.filter((one) => given.getAll('language').includes(one))
    const isWhole = person !== null && escalation !== null && office !== '' && spoken.length > 0
    setMissing(!isWhole)
    if (!isWhole) return
    const about = String(given.get('about') ?? '').trim()
    naming.mutate(
      { person: person.id, escalation: escalation.id, office, about, languages: spoken },
      {
        onSuccess: () => {
          form.reset()
          setPerson(null)
          setEscalation(null)
        },
      },
    )
  }
  return (
    <div className="stack">
      <Chosen label={t('trusted.person')} chosen={person} onChoose={setPerson} />
      <Chosen label={t('trusted.escalation')} chosen={escalation} onChoose={setEscalation} />
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('trusted.office')}
          hint={t('trusted.office-hint')}
          name="office"
          maxLength={100}
          autoComplete="off"
        />
        <LongField
          label={t('trusted.about')}
          hint={t('trusted.about-hint')}
          name="about"
          rows={3}
          maxLength={1000}
        />
        <Checks
          legend={t('trusted.languages')}
          name="language"
          options={locales.map((one) => [one, languages[one].name])}
          chosen={[locale]}
        />
        {missing && (
          <Notice tone="problem">
            <p>{t('trusted.missing')}</p>
          </Notice>
        )}
        {naming.error && <ProblemNotice error={naming.error} />}
        {naming.data && (
          <Notice tone="good">
            <p>{t(naming.data.waits ? 'rules.proposed' : 'trusted.saved')}</p>
          </Notice>
        )}
        <div>
          <Button type="submit" look="main" busy={naming.isPending}>
            {t('trusted.name')}
          </Button>
        </div>
      </form>
    </div>
  )
}

type ChosenProps = { label: string; chosen: Person | null; onChoose: (person: Person | null) => void }

function Chosen({ label, chosen, onChoose }: ChosenProps) {
  const { t } = useTexts()
  return (
    <fieldset className="trusted-chosen">
      <legend>{label}</legend>
      {chosen ? (
        <div className="row">
          <p>
            <bdi>{chosen.name}</bdi>
          </p>
          <Button onClick={() => onChoose(null)}>{t('rights.action')}</Button>
        </div>
      ) : (
        <FindPerson onChoose={onChoose} />
      )}
    </fieldset>
  )
}
