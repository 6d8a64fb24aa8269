import type { Band } from '@chorus/contracts/publish'
import type { ScaleTrend, TrendPoint, UnitReport } from '@chorus/contracts/report'
import { showMean, showNumber, showShare } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { pointAt } from './chart-points.ts'
import { Verdict } from './verdict.tsx'

type Trend = Pick<ScaleTrend, 'points' | 'min' | 'max'>
type Shown = Extract<TrendPoint, { status: 'published' }>

/** The newest figure that may be shown, with its uncertainty in words. */
export function LatestValue({ scale, waves }: { scale: Trend; waves: UnitReport['waves'] }) {
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
        <span className="latest-figure">{showMean(point.mean, scale, t, locale)}</span>{' '}
        <span className="soft">{t('report.of', { min: scale.min, max: scale.max })}</span>
      </p>
      <p className="small soft">
        {point.interval
          ? t('report.interval', {
              lo: showNumber(point.interval.lo, locale),
              hi: showNumber(point.interval.hi, locale),
            })
          : t('report.no-interval')}
        {typeof point.mean !== 'number' && ` ${t('report.step', edges(point.mean, locale))}`}
      </p>
      {point.favourable !== null && (
        <p className="small soft">
          {t('details.favourable-scale', { share: showShare(point.favourable, t, locale) })}
        </p>
      )}
      {point.agreement && <p className="small soft">{t(`report.agreement.${point.agreement}`)}</p>}
      {point.startsAnew && <p className="small soft">{t('report.starts-anew')}</p>}
      {point.change && <Verdict change={point.change} />}
    </>
  )
}

/** The ends of a step have one decimal more than the step. */
function edges({ lo, hi }: Band, locale: string): { lo: string; hi: string } {
  const { format } = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  return { lo: format(lo), hi: format(hi) }
}
