import type { Experiment, ExperimentState } from '@chorus/contracts/experiments'
import { showDay } from '../../lib/format/dates.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import './experiments.css'

const stateWords: Readonly<Record<ExperimentState, MessageId>> = {
  planned: 'experiments.state.planned',
  running: 'experiments.state.running',
  waiting: 'experiments.state.waiting',
  ended: 'experiments.state.ended',
  learned: 'experiments.state.learned',
}

/** How far an experiment is, whose it is, and when. */
export function ExperimentFacts({ experiment }: { experiment: Experiment }) {
  const { t, locale } = useTexts()
  const { state, unit, from, to, owner } = experiment
  return (
    <p className="small soft experiment-facts">
      <span className={`experiment-state experiment-${state}`}>{t(stateWords[state])}</span>
      <span>
        {[
          unit.name,
          t('experiments.days', { from: showDay(from, locale), to: showDay(to, locale) }),
          t('experiments.owner', { name: owner?.name ?? t('community.left') }),
        ].join(' · ')}
      </span>
    </p>
  )
}
