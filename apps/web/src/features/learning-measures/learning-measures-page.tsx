import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { measuresQuery } from './api/learning-measures.ts'
import { MeasureCard } from './measure-card.tsx'
import { ReadinessRegister } from './readiness-register.tsx'
import './learning-measures.css'

const groups = [
  ['sharing', ['spread', 'evenness', 'travel']],
  ['mending', ['repair', 'reviewing', 'actions']],
  ['stepping-in', ['readiness', 'alone']],
] as const

/** How a unit and the organisation learn, with what each figure cannot say. @param units the reader's own unit first */
export function LearningMeasuresPage({
  units,
}: {
  units: readonly [{ id: string; name: string }, ...{ id: string; name: string }[]]
}) {
  const { t } = useTexts()
  const [unit, setUnit] = useState(units[0].id)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('learning-measures.title')} />
        <p className="lead soft">{t('learning-measures.lead')}</p>
        <p className="measure small soft">{t('learning-measures.never')}</p>
        {units.length > 1 && (
          <Choice
            label={t('learning-measures.unit')}
            value={unit}
            onChange={(event) => setUnit(event.currentTarget.value)}
            options={units.map(({ id, name }) => [id, name] as const)}
          />
        )}
      </div>
      <Loaded query={useQuery(measuresQuery(unit))}>
        {({ unit: { name }, ofUnit, ofOrganisation, days, longerDays, fewest }) => (
          <>
            <p className="measure small soft">{t('learning-measures.time', { days, longerDays })}</p>
            {groups.map(([group, measures]) => (
              <section key={group} className="stack" aria-labelledby={`measures-${group}`}>
                <h2 id={`measures-${group}`}>{t(`learning-measures.${group}`)}</h2>
                <div className="measure-cards">
                  {measures.map((measure) => (
                    <MeasureCard
                      key={measure}
                      measure={measure}
                      fewest={fewest}
                      figures={[
                        { of: name, figure: ofUnit[measure] },
                        { of: t('learning-measures.organisation'), figure: ofOrganisation[measure] },
                      ]}
                    />
                  ))}
                </div>
              </section>
            ))}
          </>
        )}
      </Loaded>
      <ReadinessRegister key={unit} unit={unit} />
    </div>
  )
}
