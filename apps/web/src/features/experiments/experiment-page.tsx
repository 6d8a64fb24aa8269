import type { OneExperiment } from '@chorus/contracts/experiments'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { experimentQuery } from './api/experiments.ts'
import { ExperimentFacts } from './experiment-facts.tsx'
import { ExperimentSteps } from './experiment-steps.tsx'
import { OutcomeCard } from './outcome-card.tsx'

type Given = {
  /** The measure over the waves, with the days of the experiment marked. */
  readonly courseOf: (experiment: OneExperiment) => ReactNode
  /** What is done for it. */
  readonly actionsOf: (experiment: OneExperiment) => ReactNode
  /** What others say to it. */
  readonly thread: ReactNode
}

/** One experiment: what was expected, and what came of it. */
export function ExperimentPage({ experiment: id, ...given }: Given & { experiment: string }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(experimentQuery(id))} title={t('experiments.title')}>
      {(experiment) => <Found experiment={experiment} {...given} />}
    </Loaded>
  )
}

function Found({ experiment, courseOf, actionsOf, thread }: Given & { experiment: OneExperiment }) {
  const { t } = useTexts()
  const [isChanging, setIsChanging] = useState(false)
  const steps = <ExperimentSteps experiment={experiment} isChanging={isChanging} onChanging={setIsChanging} />
  const isOver = experiment.outcome !== null
  return (
    <div className="stack stack-wide">
      <div className="stack stack-tight">
        <p className="small">
          <Link to="/experiments">{t('experiments.title')}</Link>
        </p>
        <PageTitle title={experiment.title}>
          <span dir="auto">{experiment.title}</span>
        </PageTitle>
        <ExperimentFacts experiment={experiment} />
      </div>
      {!isChanging && <Plan experiment={experiment} />}
      {!isOver && steps}
      <OutcomeCard experiment={experiment} course={courseOf(experiment)} />
      {isOver && steps}
      <Card labelledBy="experiment-actions">
        <h2 id="experiment-actions">{t('experiments.actions')}</h2>
        {actionsOf(experiment)}
      </Card>
      {thread}
    </div>
  )
}

function Plan({ experiment }: { experiment: OneExperiment }) {
  const { t, locale } = useTexts()
  const { hypothesis, doing, measure, criterion, amendments } = experiment
  const { format } = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 })
  return (
    <Card>
      <h2>{t('experiments.hypothesis')}</h2>
      <MentionText text={hypothesis} />
      <h2>{t('experiments.doing')}</h2>
      <MentionText text={doing} />
      <h2>{t('experiments.measured-by')}</h2>
      <p className="measure">
        {t(`experiments.criterion.${criterion.direction}`, {
          measure: localised(measure.name, locale).text,
          least: format(criterion.least),
        })}{' '}
        <span className="soft">{t('experiments.set-beforehand')}</span>
      </p>
      {amendments.map(({ on, direction, least }, place) => (
        // Amendments are only ever added.
        <p key={`${place} ${on}`} className="small soft measure">
          {t(`experiments.amended.${direction}`, { day: showDay(on, locale), least: format(least) })}
        </p>
      ))}
    </Card>
  )
}
