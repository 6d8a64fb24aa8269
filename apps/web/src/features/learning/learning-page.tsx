import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { learningLoopQuery } from './api/learning-loop.ts'
import { LearningGroups } from './learning-groups.tsx'
import { LoopSteps } from './loop-steps.tsx'

type Named = { readonly id: string; readonly name: string }

/** What follows from a pulse: where a unit stands, and the ways to each part. @param units the reader's own unit first */
export function LearningPage({ units }: { units: readonly [Named, ...Named[]] }) {
  const { t } = useTexts()
  const [unit, setUnit] = useState(units[0].id)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('learning.title')} />
        <p className="lead soft">{t('learning.lead')}</p>
        {units.length > 1 && (
          <Choice
            label={t('learning.unit')}
            value={unit}
            onChange={(event) => setUnit(event.currentTarget.value)}
            options={units.map(({ id, name }) => [id, name] as const)}
          />
        )}
      </div>
      <Loaded query={useQuery(learningLoopQuery(unit))}>{(loop) => <LoopSteps loop={loop} />}</Loaded>
      <LearningGroups />
      <p className="measure small soft">{t('learning.apart')}</p>
    </div>
  )
}
