import type { Policy } from '@chorus/contracts/policy'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Tick } from '../../ui/tick.tsx'
import { suggestedPolicy } from './first-draft.ts'
import { NumberField } from './number-field.tsx'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

/** The floors of the server (contracts/policy): a smaller number is refused there as well. */
const floorOfK = 3
const floorOfLargeGroups = 10

export function ThresholdsStep({ draft, setUp, keep, back, busy, error }: StepProps) {
  const { t } = useTexts()
  const [policy, setPolicy] = useState<Policy>(draft.policy ?? suggestedPolicy)
  const [checked, setChecked] = useState(false)
  const change = (part: Partial<Policy>) => setPolicy({ ...policy, ...part })
  const large = Math.max(floorOfLargeGroups, policy.k)
  const fits = policy.k >= floorOfK && policy.commentK >= large && policy.cutK >= large
  const next = () => {
    setChecked(true)
    if (fits) keep({ policy })
  }
  const tooLow = (value: number) =>
    checked && value < large ? t('set-up.thresholds.too-low', { floor: large }) : undefined
  return (
    <StepForm
      title={t('set-up.step.thresholds')}
      nextWords={t('set-up.next')}
      onNext={next}
      onBack={back}
      busy={busy}
      error={error}
    >
      <p className="measure">{t('set-up.thresholds.words')}</p>
      <NumberField
        label={t('programmes.create.k')}
        hint={t('set-up.thresholds.k-hint')}
        min={floorOfK}
        max={1000}
        value={policy.k}
        onChange={(k = 0) =>
          change({
            k,
            commentK: Math.max(policy.commentK, k),
            cutK: Math.max(policy.cutK, k),
          })
        }
        problem={checked && policy.k < floorOfK ? t('problem.k-below-floor') : undefined}
      />
      <Tick
        label={t('programmes.create.comments')}
        hint={t('set-up.thresholds.comments-hint')}
        checked={policy.comments === true}
        onChange={(event) => change({ comments: event.target.checked })}
      />
      <NumberField
        label={t('set-up.thresholds.comment-k')}
        hint={t('set-up.thresholds.comment-k-hint')}
        min={large}
        max={1000}
        value={policy.commentK}
        onChange={(commentK = 0) => change({ commentK })}
        problem={tooLow(policy.commentK)}
      />
      <fieldset className="set-up-days">
        <legend>{t('set-up.thresholds.cuts')}</legend>
        <p className="small soft">
          {t(
            setUp.organisation.cuts.length > 0 ? 'set-up.thresholds.cuts-hint' : 'set-up.thresholds.no-cuts',
          )}
        </p>
        {setUp.organisation.cuts.map((cut) => (
          <label key={cut}>
            <input
              type="checkbox"
              checked={policy.cuts.includes(cut)}
              onChange={(event) =>
                change({
                  cuts: event.target.checked
                    ? [...policy.cuts, cut]
                    : policy.cuts.filter((one) => one !== cut),
                })
              }
            />
            {cut}
          </label>
        ))}
      </fieldset>
      <NumberField
        label={t('set-up.thresholds.cut-k')}
        hint={t('set-up.thresholds.cut-k-hint')}
        min={large}
        max={1000}
        value={policy.cutK}
        onChange={(cutK = 0) => change({ cutK })}
        problem={tooLow(policy.cutK)}
      />
    </StepForm>
  )
}
