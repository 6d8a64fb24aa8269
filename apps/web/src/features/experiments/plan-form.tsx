import type { Experiment, ExperimentChoices } from '@chorus/contracts/experiments'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { MentionField } from '../../ui/mention-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { experimentsKey, type Plan, savePlan } from './api/experiments.ts'
import { CriterionFields, criterionIn } from './criterion-fields.tsx'

/** More days would be a list that nobody reads. */
const closesShown = 4

const required = [
  ['title', 'experiments.form.title'],
  ['hypothesis', 'experiments.hypothesis'],
  ['doing', 'experiments.doing'],
  ['from', 'experiments.form.from'],
  ['to', 'experiments.form.to'],
] as const

type Props = {
  choices: ExperimentChoices
  /** The plan that is changed; left out for a new one. */
  experiment?: Experiment
  onSaved: (id: string) => void
  onCancel: () => void
}

/** What is tried, what is expected, and what would show it, before it begins. */
export function PlanForm({ choices, experiment, onSaved, onCancel }: Props) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState<readonly string[]>([])
  const saving = useMutation({
    mutationFn: (plan: Plan) => savePlan(experiment?.id ?? null, plan),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: experimentsKey })
      onSaved(id)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    const plan = {
      unit: given('unit'),
      title: given('title'),
      hypothesis: given('hypothesis'),
      doing: given('doing'),
      measure: given('measure'),
      from: given('from'),
      to: given('to'),
    }
    const empty = required.filter(([name]) => plan[name] === '').map(([, label]) => t(label))
    setMissing(empty)
    if (empty.length === 0) saving.mutate({ ...plan, criterion: criterionIn(form) })
  }
  const units = experiment?.unit.id
    ? [
        { id: experiment.unit.id, name: experiment.unit.name },
        ...choices.units.filter(({ id }) => id !== experiment.unit.id),
      ]
    : choices.units
  const days = new Intl.ListFormat(locale).format(
    choices.closes.slice(0, closesShown).map(({ day }) => showDay(day, locale)),
  )
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Choice
        label={t('board.unit')}
        name="unit"
        defaultValue={experiment?.unit.id ?? units[0]?.id}
        options={units.map(({ id, name }): [string, string] => [id, name])}
      />
      <Field
        label={t('experiments.form.title')}
        hint={t('experiments.form.title-hint')}
        name="title"
        maxLength={140}
        autoComplete="off"
        defaultValue={experiment?.title}
      />
      <MentionField
        label={t('experiments.hypothesis')}
        hint={t('experiments.form.hypothesis-hint')}
        name="hypothesis"
        rows={3}
        maxLength={2000}
        defaultValue={experiment?.hypothesis ?? ''}
      />
      <MentionField
        label={t('experiments.doing')}
        hint={t('experiments.form.doing-hint')}
        name="doing"
        rows={3}
        maxLength={2000}
        defaultValue={experiment?.doing ?? ''}
      />
      <Choice
        label={t('experiments.measured-by')}
        name="measure"
        defaultValue={experiment?.measure.id}
        options={choices.measures.map(({ id, name }): [string, string] => [id, localised(name, locale).text])}
      />
      <CriterionFields criterion={experiment?.criterion} />
      <div className="experiment-pair">
        <Field label={t('experiments.form.from')} name="from" type="date" defaultValue={experiment?.from} />
        <Field label={t('experiments.form.to')} name="to" type="date" defaultValue={experiment?.to} />
      </div>
      {choices.closes.length > 0 && (
        <p className="small soft measure">{t('experiments.form.closes', { days })}</p>
      )}
      {missing.length > 0 && (
        <Notice tone="problem">
          <p>{t('experiments.form.missing-parts', { parts: new Intl.ListFormat(locale).format(missing) })}</p>
        </Notice>
      )}
      {saving.error && <ProblemNotice error={saving.error} />}
      <div className="row">
        <Button type="submit" look="main" busy={saving.isPending}>
          {t(saving.isPending ? 'shared.working' : 'actions.form.save')}
        </Button>
        <Button onClick={onCancel}>{t('shared.cancel')}</Button>
      </div>
    </form>
  )
}
