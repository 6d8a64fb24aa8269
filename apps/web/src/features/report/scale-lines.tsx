import type { ScaleTrend, UnitReport } from '@chorus/contracts/report'
import { showInterval, showMean } from '../../lib/format/figures.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Sparkline } from '../../ui/chart/sparkline.tsx'
import type { Range } from '../../ui/chart/trend-geometry.ts'
import { chartPoints, pointAt } from './chart-points.ts'
import { Moved } from './verdict.tsx'

type Props = {
  scales: readonly ScaleTrend[]
  waves: UnitReport['waves']
  /** The axis of each scale's small chart, by its id. */
  domains: ReadonlyMap<string, Range>
}

/** Each scale in a line: its name, the newest figure in words, and its course as a small picture. */
export function ScaleLines({ scales, waves, domains }: Props) {
  const { locale } = useTexts()
  return (
    <dl className="scale-lines">
      {scales.map((scale) => (
        <div key={scale.id} className="child-scale">
          <dt>{localised(scale.name, locale).text}</dt>
          <dd className="child-figure">
            <LatestFigure scale={scale} wave={waves.at(-1)?.id} />
          </dd>
          <dd aria-hidden="true">
            <Sparkline
              points={chartPoints(scale, waves)}
              domain={domains.get(scale.id) ?? { lo: scale.min, hi: scale.max }}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function LatestFigure({ scale, wave }: { scale: ScaleTrend; wave: string | undefined }) {
  const { t, locale } = useTexts()
  const point = wave === undefined ? undefined : pointAt(scale, wave)
  if (point?.status !== 'published') return <span className="soft">{t('report.protected')}</span>
  return (
    <>
      <strong>{showMean(point.mean, scale, t, locale)}</strong>
      {point.interval && <span className="small soft"> {showInterval(point.interval, locale)}</span>}
      {point.change && (
        <>
          {' '}
          <Moved change={point.change} />
        </>
      )}
      {scale.position && scale.position.word !== 'alike' && scale.position.word !== 'middle' && (
        <span className="small soft child-more">{t(`report.position-short.${scale.position.word}`)}</span>
      )}
    </>
  )
}
