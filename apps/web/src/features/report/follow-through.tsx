import { useQuery } from '@tanstack/react-query'
import { showMean } from '../../lib/format/figures.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { unitReportQuery } from './api/unit-report.ts'
import { Moved } from './verdict.tsx'
import './report-page.css'

/** The statement that asks whether anything came of the last pulse. */
const followThrough = 'follow-through-1'
const newestWaves = 3

/** Whether people of a unit say that something changed, in its newest waves, as its report shows it. Nothing where the reader may not open that. */
export function FollowThrough({ unit }: { unit: string }) {
  const { t, locale } = useTexts()
  const report = useQuery({ ...unitReportQuery(unit), retry: false }).data
  const asked = report?.others.find(({ id }) => id === followThrough)
  if (!report || !asked) return null
  const statement = localised(asked.name, locale)
  return (
    <Card labelledBy="follow-through">
      <h2 id="follow-through">{t('board.follow', { unit: report.unit.name })}</h2>
      <p lang={statement.lang} dir={statement.dir}>
        <q>{statement.text}</q>
      </p>
      <ul className="stack stack-tight">
        {asked.points.slice(-newestWaves).map((point) => (
          <li key={point.wave}>
            {report.waves.find(({ id }) => id === point.wave)?.label}:{' '}
            {point.status === 'published' ? (
              <>
                <strong>{showMean(point.mean, asked, t, locale)}</strong>{' '}
                <span className="small soft">{t('report.of', { min: asked.min, max: asked.max })}</span>{' '}
                {point.change && <Moved change={point.change} />}
              </>
            ) : (
              <span className="soft">{t('board.follow-protected', { k: report.k })}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
