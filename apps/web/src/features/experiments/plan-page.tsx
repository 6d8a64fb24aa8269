import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { experimentChoicesQuery } from './api/experiments.ts'
import { PlanForm } from './plan-form.tsx'

const advice = ['one', 'why', 'show', 'time'] as const

/** To plan an experiment, beside what makes a good one. */
export function PlanPage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  return (
    <div className="stack stack-wide">
      <PageTitle title={t('experiments.plan')} />
      <Card labelledBy="advice">
        <h2 id="advice">{t('experiments.advice')}</h2>
        <ul className="stack stack-tight measure">
          {advice.map((one) => (
            <li key={one}>{t(`experiments.advice.${one}`)}</li>
          ))}
        </ul>
      </Card>
      <Card>
        <Loaded query={useQuery(experimentChoicesQuery)}>
          {(choices) =>
            choices.measures.length === 0 ? (
              <Notice>
                <p>{t('experiments.no-programme')}</p>
              </Notice>
            ) : (
              <PlanForm
                choices={choices}
                onSaved={(experiment) =>
                  void navigate({ to: '/experiments/$experiment', params: { experiment } })
                }
                onCancel={() => void navigate({ to: '/experiments' })}
              />
            )
          }
        </Loaded>
      </Card>
    </div>
  )
}
