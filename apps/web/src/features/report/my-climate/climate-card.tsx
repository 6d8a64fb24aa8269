import type { ClimateOfUnit } from '@chorus/contracts/report'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { showDay } from '../../../lib/format/dates.ts'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { chartPoints, sharedDomain } from '../chart-points.ts'
import { headlineClauses, headlineSentence } from '../headline.ts'
import { ScaleLines } from '../scale-lines.tsx'

type Props = { climate: ClimateOfUnit; eyebrow: string; children: ReactNode }

/** The newest published climate of one unit in a sentence, its course, and the way to all of it. */
export function ClimateCard({ climate: { unit, waves, k, scales }, eyebrow, children }: Props) {
  const { t, locale } = useTexts()
  const id = useId()
  const name = groupName(unit.name, t)
  const newest = waves.at(-1)
  const isProtected = scales.every(({ points }) => points.at(-1)?.status !== 'published')
  const domains = new Map(
    scales.map((scale) => [scale.id, sharedDomain([chartPoints(scale, waves)], scale.min, scale.max)]),
  )
  return (
    <Card labelledBy={id}>
      <p className="eyebrow">{eyebrow}</p>
      <h2 id={id}>{name}</h2>
      <p className="report-headline">{headlineSentence(headlineClauses(scales), t, locale)}</p>
      {newest && (
        <p className="small soft">
          {t('report.latest', { wave: newest.label, day: showDay(newest.closed, locale) })}
        </p>
      )}
      {isProtected && <p className="measure">{t('climate.protected', { k })}</p>}
      <div className="my-climate-scales">
        <ScaleLines scales={scales} waves={waves} domains={domains} />
      </div>
      <p>
        <Link to="/reports/$unit" params={{ unit: unit.id }}>
          {t('climate.open', { unit: name })}
        </Link>
      </p>
      {children}
    </Card>
  )
}
