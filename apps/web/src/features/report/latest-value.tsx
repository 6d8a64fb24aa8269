import type { ScaleTrend, TrendPoint, UnitReport } from '@chorus/contracts/report'
import { showFigure } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { pointAt } from './chart-points.ts'
import { Verdict } from './verdict.tsx'

type Shown = Extract<TrendPoint, { status: 'published' }>

/** The newest figure that may be shown, with its uncertainty in words. */
export function LatestValue({ scale, waves }: { scale: ScaleTrend; waves: UnitReport['waves'] }) {
  const { t, locale } = useTexts()
  const newest = waves.at(-1)
  const shown = waves
    .map((wave) => ({ wave, point: pointAt(scale, wave.id) }))
    .filter((one): one is { wave: (typeof waves)[number]; point: Shown } => one.point?.status === 'published')
    .at(-1)
  if (!shown) return <p className="soft">{t('report.never-shown')}</p>
  const { point, wave } = shown
  return (
    <>
      {wave !== newest && <p className="small soft">{t('report.last-shown', { wave: wave.label })}</p>}
      <p className="latest">
        <span className="latest-figure">{showFigure(point.mean, locale)}</span>{' '}
        <span className="soft">{t('report.of', { min: scale.min, max: scale.max })}</span>
      </p>
      <p className="small soft">
        {point.interval
          ? t('report.interval', {
              lo: showFigure(point.interval.lo, locale),
              hi: showFigure(point.interval.hi, locale),
            })
          : t('report.no-interval')}
        {typeof point.mean !== 'number' && ` ${t('report.band')}`}
      </p>
      {point.change && <Verdict change={point.change} />}
    </>
  )
}
