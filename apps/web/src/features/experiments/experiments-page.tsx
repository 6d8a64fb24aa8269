import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { experimentsQuery } from './api/experiments.ts'
import { ExperimentFacts } from './experiment-facts.tsx'

/** What the reader's units try, or tried. */
export function ExperimentsPage() {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('experiments.title')} />
        <p className="lead soft">{t('experiments.lead')}</p>
        <div>
          <Link to="/experiments/new" className={buttonClass('main')}>
            {t('experiments.plan')}
          </Link>
        </div>
      </div>
      <Loaded query={useQuery(experimentsQuery)}>
        {({ experiments }) => (
          <>
            {experiments.length === 0 && <p className="measure">{t('experiments.none')}</p>}
            <ul className="stack">
              {experiments.map((experiment) => (
                <Card as="li" key={experiment.id}>
                  <h2 dir="auto">
                    <Link to="/experiments/$experiment" params={{ experiment: experiment.id }}>
                      {experiment.title}
                    </Link>
                  </h2>
                  <ExperimentFacts experiment={experiment} />
                  <MentionText text={experiment.hypothesis} />
                </Card>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  )
}
