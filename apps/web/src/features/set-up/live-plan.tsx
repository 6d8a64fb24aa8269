import type { Rhythm } from '@chorus/contracts/rhythm'
import type { Rotation } from '@chorus/contracts/rotation'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { duration } from '../../lib/rhythm/rhythm-in-words.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { planQuery } from './api/set-up.ts'
import { PlannedWaves } from './planned-waves.tsx'
import { rhythmFault } from './rhythm-fault.ts'

/** What the rhythm as it stands in the form would open: while somebody writes. */
export function LivePlan({
  instrument,
  rhythm,
  rotation,
}: {
  instrument: string
  rhythm: Rhythm
  rotation: Rotation
}) {
  const { t, locale } = useTexts()
  const plan = useQuery(planQuery(useDeferredValue({ instrument, rhythm, rotation })))
  return (
    <section className="stack" aria-labelledby="set-up-plan" aria-live="polite">
      <h3 id="set-up-plan">{t('set-up.plan.title')}</h3>
      {plan.error && (
        <Notice tone="problem">
          <p>{t(rhythmFault(plan.error))}</p>
        </Notice>
      )}
      {plan.isPending && <Loading />}
      {plan.data && !plan.error && (
        <>
          <PlannedWaves next={plan.data.next} zone={rhythm.zone} />
          <p>
            {t('set-up.plan.returns', {
              time: duration(plan.data.returnsWithin * rhythm.every.count, rhythm.every.unit, locale),
            })}
          </p>
          {plan.data.next.some(({ seconds }) => seconds > plan.data.longestAnswering) && (
            <Notice>
              <p>{t('set-up.plan.long')}</p>
            </Notice>
          )}
        </>
      )}
    </section>
  )
}
