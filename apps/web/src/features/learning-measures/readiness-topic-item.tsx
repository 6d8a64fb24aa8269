import type { ReadinessTopic } from '@chorus/contracts/learning-measures'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { removeTopic, stepIn, useRegisterChange } from './api/learning-measures.ts'

/** One topic. Everybody enters themselves, and nobody else. */
export function ReadinessTopicItem({ unit, topic }: { unit: string; topic: ReadinessTopic }) {
  const { t, locale } = useTexts()
  const { id, title, people, mine, mayRemove } = topic
  const changing = useRegisterChange(unit)
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(people.map(({ name }) => name))
  return (
    <Card as="li">
      <h3 dir="auto">{title}</h3>
      <p>{people.length === 0 ? t('learning-measures.nobody') : names}</p>
      <div className="row">
        <Button
          aria-pressed={mine}
          onClick={() => {
            if (!changing.isPending) changing.mutate(() => stepIn(id, !mine))
          }}
        >
          {t('learning-measures.me')}
        </Button>
        {mayRemove && (
          <Button
            look="quiet"
            busy={changing.isPending}
            onClick={() => changing.mutate(() => removeTopic(id))}
          >
            {t('learning-measures.remove')}
          </Button>
        )}
      </div>
      {changing.error && <ProblemNotice error={changing.error} />}
    </Card>
  )
}
