import type { ExperimentOutcome, OneExperiment } from '@chorus/contracts/experiments'
import type { ReactNode } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { showDifference, showMean, showNumber } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { outcomeInWords } from './outcome-in-words.ts'

type Told = Extract<ExperimentOutcome, { status: 'told' }>

/** What the waves say of an experiment, or why they cannot. @param course of the measure, with the days of the experiment marked */
export function OutcomeCard({ experiment, course }: { experiment: OneExperiment; course: ReactNode }) {
  const { t, locale } = useTexts()
  const { outcome, state, to } = experiment
  return (
    <Card labelledBy="outcome">
      <h2 id="outcome">{t('experiments.outcome')}</h2>
      {outcome ? (
        <p className="experiment-waves measure">{outcomeInWords(outcome, t)}</p>
      ) : (
        <p className="measure">
          {state === 'waiting'
            ? t('experiments.waiting')
            : t('experiments.outcome-later', { day: showDay(to, locale) })}
        </p>
      )}
      {outcome?.status === 'told' && <Figures outcome={outcome} experiment={experiment} />}
      {course}
      {outcome?.status === 'told' && <p className="small soft measure">{t('experiments.one-comparison')}</p>}
    </Card>
  )
}

function Figures({ outcome, experiment }: { outcome: Told; experiment: OneExperiment }) {
  const { t, locale } = useTexts()
  const { measure, unit } = experiment
  const { before, after, difference, interval, smallestSeen, verdict, organisation } = outcome
  const mean = (of: Told['before']['mean']) => showMean(of, measure, t, locale)
  return (
    <>
      <p className="measure">
        {t('experiments.waves', {
          wave: before.label,
          before: mean(before.mean),
          last: after.label,
          after: mean(after.mean),
        })}{' '}
        {difference !== null &&
          interval &&
          t('experiments.change-line', {
            difference: showDifference(difference, locale),
            lo: showDifference(interval.lo, locale),
            hi: showDifference(interval.hi, locale),
          })}{' '}
        {verdict === 'no change shown' &&
          smallestSeen !== null &&
          t('experiments.seen', { size: showNumber(smallestSeen, locale) })}
      </p>
      {organisation && (
        <p className="measure">
          {t('experiments.organisation', {
            before: mean(organisation.before),
            after: mean(organisation.after),
          })}{' '}
          {organisation.more &&
            t('experiments.organisation-more', {
              unit: unit.name,
              difference: showDifference(organisation.more.difference, locale),
              lo: showDifference(organisation.more.interval.lo, locale),
              hi: showDifference(organisation.more.interval.hi, locale),
            })}
        </p>
      )}
    </>
  )
}
