import { languages, locales } from '@chorus/contracts/locale'
import type { ListedPerson, PersonFields } from '@chorus/contracts/people'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { peopleKey, savePerson, unitsQuery } from './api/people.ts'
import { cutLines, readCutLines } from './cut-lines.ts'
import { LedUnits } from './led-units.tsx'
import { type UnitRow, unitOptions } from './unit-options.ts'

const textNames = ['name', 'email', 'externalId'] as const
const roles = ['employee', 'hr', 'administrator', 'auditor'] as const
type Props = {
  person: ListedPerson | null
  units: readonly UnitRow[]
  /** The reader works for a part of the tree: address, id and rights stay as they are. */
  part?: boolean
  /** The person is to leave, instead. */
  onLeave?: () => void
  onDone: () => void
  onClose: () => void
}

/** Somebody of the roster, or somebody new. */
export function EditPerson({ person, units, part = false, onLeave, onDone, onClose }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [leads, setLeads] = useState<readonly string[]>(person?.leads ?? [])
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const [cutsFault, setCutsFault] = useState(false)
  const locked = person?.locked === true
  const isFixed = (name: (typeof textNames)[number]) => locked || (part && name !== 'name')
  const saving = useMutation({
    mutationFn: (fields: PersonFields) => savePerson(person?.id ?? null, fields),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleKey })
      await client.invalidateQueries({ queryKey: unitsQuery.queryKey })
      onDone()
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    const text = (name: (typeof textNames)[number]) => (person && isFixed(name) ? person[name] : given(name))
    const cuts = readCutLines(given('cuts'))
    const empty = textNames.filter((name) => text(name) === '')
    setMissing(new Set(empty))
    setCutsFault(cuts === null)
    if (cuts === null || empty.length > 0) return
    saving.mutate({
      externalId: text('externalId'),
      name: text('name'),
      email: text('email'),
      unit: locked ? person.unit : given('unit'),
      role: part && person ? person.role : (roles.find((role) => role === given('role')) ?? 'employee'),
      language: given('language'),
      channel: given('channel') === 'paper' ? 'paper' : 'online',
      cuts,
      leads: [...leads],
    })
  }
  const languageOptions = locales.map((locale) => [locale, languages[locale].name] as const)
  const own = person?.language ?? 'en'
  const known = languageOptions.some(([locale]) => locale === own)
  const text = (name: (typeof textNames)[number], type: 'text' | 'email' = 'text') => (
    <Field
      label={t(name === 'externalId' ? 'people.id' : `people.${name}`)}
      {...(name === 'externalId' ? { hint: t('people.id-hint') } : {})}
      name={name}
      type={type}
      maxLength={200}
      autoComplete="off"
      disabled={isFixed(name)}
      defaultValue={person?.[name]}
      problem={missing.has(name) ? t('people.missing') : undefined}
    />
  )
  return (
    <Dialog
      title={person ? t('people.edit-named', { name: person.name }) : t('people.add')}
      onClose={onClose}
    >
      <form className="stack" onSubmit={submit} noValidate>
        {locked && (
          <Notice>
            <p>{t('people.locked')}</p>
          </Notice>
        )}
        {text('name')}
        {text('email', 'email')}
        {text('externalId')}
        <Choice
          label={t('people.unit')}
          name="unit"
          disabled={locked}
          defaultValue={person?.unit}
          options={unitOptions(units)}
        />
        {!part && (
          <>
            <Choice
              label={t('people.role')}
              name="role"
              defaultValue={person?.role}
              options={roles.map((role) => [role, t(`people.role.${role}`)] as const)}
            />
            <LedUnits units={units} leads={leads} onChange={setLeads} />
          </>
        )}
        <Choice
          label={t('people.language')}
          name="language"
          defaultValue={own}
          options={known ? languageOptions : [[own, own], ...languageOptions]}
        />
        <Choice
          label={t('people.channel')}
          name="channel"
          defaultValue={person?.channel}
          options={[
            ['online', t('people.channel.online')],
            ['paper', t('people.channel.paper')],
          ]}
        />
        <LongField
          label={t('people.cuts')}
          hint={t(cutsFault ? 'people.cuts-malformed' : 'people.cuts-hint')}
          name="cuts"
          rows={3}
          aria-invalid={cutsFault}
          defaultValue={cutLines(person?.cuts ?? {})}
        />
        {saving.error && <ProblemNotice error={saving.error} />}
        {person && onLeave && !locked && (
          <div>
            <Button
              look="quiet"
              aria-label={t('people.leave-named', { name: person.name })}
              onClick={onLeave}
            >
              {t('people.leave')}
            </Button>
          </div>
        )}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={saving.isPending}>
            {t(saving.isPending ? 'shared.working' : 'people.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
