import type { Criterion } from '@chorus/contracts/experiments'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'

/** In scale points: what small groups are shown in. */
const steps = [0.5, 1, 1.5, 2] as const

/** What would count as success: `direction` and `least` of the form. */
export function CriterionFields({ criterion }: { criterion: Criterion | undefined }) {
  const { t, locale } = useTexts()
  const { format } = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 })
  return (
    <div className="experiment-pair">
      <Choice
        label={t('experiments.form.direction')}
        name="direction"
        defaultValue={criterion?.direction ?? 'up'}
        options={[
          ['up', t('experiments.form.up')],
          ['down', t('experiments.form.down')],
        ]}
      />
      <Choice
        label={t('experiments.form.least')}
        name="least"
        defaultValue={String(criterion?.least ?? 0.5)}
        options={steps.map((step) => [String(step), format(step)] as const)}
      />
    </div>
  )
}

export function criterionIn(form: FormData): Criterion {
  return {
    direction: form.get('direction') === 'down' ? 'down' : 'up',
    least: steps.find((step) => String(step) === form.get('least')) ?? 0.5,
  }
}
