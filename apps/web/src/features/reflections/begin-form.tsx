import { usualKeepDays } from '@chorus/contracts/reflection-limits'
import type { Reflection } from '@chorus/contracts/reflections'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { begin } from './api/change-reflection.ts'
import { reflectionsKey } from './api/reflections.ts'
import { ChoosePrompts } from './choose-prompts.tsx'

type Props = {
  units: readonly { readonly id: string; readonly name: string }[]
  /** The session that this one follows. */
  before: Reflection | undefined
}

/** For whom, about what, with which prompts, and how long everybody writes alone. */
export function BeginForm({ units, before }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [prompts, setPrompts] = useState<readonly string[]>(before?.prompts ?? [])
  const [missing, setMissing] = useState<'title' | 'prompts' | null>(null)
  const beginning = useMutation({
    mutationFn: begin,
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: reflectionsKey })
      await navigate({ to: '/reflections/$session', params: { session: id } })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    const number = (name: string) => (given(name) === '' ? null : Number(given(name)))
    const title = given('title')
    const lacks = title === '' ? 'title' : prompts.length === 0 ? 'prompts' : null
    setMissing(lacks)
    if (lacks === null && !beginning.isPending)
      beginning.mutate({
        unit: given('unit'),
        title,
        prompts: [...prompts],
        quietMinutes: number('quiet'),
        everyWeeks: number('every'),
        keepDays: number('keep') ?? usualKeepDays,
      })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Card as="div">
        <Choice
          label={t('reflections.form.unit')}
          name="unit"
          defaultValue={before?.unit.id ?? undefined}
          options={units.map(({ id, name }) => [id, name] as const)}
        />
        <Field
          label={t('reflections.form.title')}
          name="title"
          maxLength={140}
          autoComplete="off"
          dir="auto"
          defaultValue={before?.title}
          problem={missing === 'title' ? t('reflections.form.missing') : undefined}
        />
        <ChoosePrompts chosen={prompts} onChange={setPrompts} />
        {missing === 'prompts' && <Notice tone="problem">{t('reflections.form.no-prompt')}</Notice>}
        <Choice
          label={t('reflections.form.quiet')}
          name="quiet"
          defaultValue="15"
          options={[
            ['15', t('reflections.quiet.15')],
            ['60', t('reflections.quiet.60')],
            ['1440', t('reflections.quiet.1440')],
            ['4320', t('reflections.quiet.4320')],
            ['10080', t('reflections.quiet.10080')],
            ['', t('reflections.quiet.hand')],
          ]}
        />
        <Choice
          label={t('reflections.form.every')}
          name="every"
          defaultValue={before?.everyWeeks ?? ''}
          options={[
            ['', t('reflections.every.once')],
            ['2', t('reflections.every.2')],
            ['4', t('reflections.every.4')],
            ['13', t('reflections.every.13')],
          ]}
        />
        <Choice
          label={t('reflections.form.keep')}
          name="keep"
          defaultValue={usualKeepDays}
          options={[
            ['30', t('reflections.keep.30')],
            ['90', t('reflections.keep.90')],
            ['365', t('reflections.keep.365')],
          ]}
        />
        {beginning.error && <ProblemNotice error={beginning.error} />}
        <div>
          <Button type="submit" look="main" busy={beginning.isPending}>
            {t(beginning.isPending ? 'shared.working' : 'reflections.form.begin')}
          </Button>
        </div>
      </Card>
    </form>
  )
}
