import type { ScaleTrend, UnitReport } from '@chorus/contracts/report'
import { showCount, showMean, showNumber } from '../../lib/format/figures.ts'
import { directionOf } from '../../lib/i18n/direction.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { type MarkedPoints, TrendChart } from '../../ui/chart/trend-chart.tsx'
import { chartPoints, pointAt } from './chart-points.ts'
import { SavedFigure, unitSource } from './saved-figure.tsx'

type Props = {
  name: string
  scale: Pick<ScaleTrend, 'id' | 'points' | 'min' | 'max'>
  report: UnitReport
  /** Those that asked it. */
  waves?: UnitReport['waves']
  marked?: MarkedPoints | undefined
}

/** The course of a measure as a picture, each wave in words; it can be saved. */
export function ScaleChart({ name, scale, report, waves = report.waves, marked }: Props) {
  const { t, locale } = useTexts()
  const title = t('report.chart', { scale: name, min: scale.min, max: scale.max })
  const points = chartPoints(scale, waves)
  const shown = scale.points.filter((point) => point.status === 'published')
  const chartKey = [
    t('report.chart-key'),
    ...(marked ? [marked.words] : []),
    ...(shown.some(({ startsAnew }) => startsAnew) ? [t('report.chart-key-break')] : []),
    ...(shown.some(({ newGroup }) => newGroup) ? [t('unit-history.chart-key')] : []),
    ...(points.some(({ isForeign }) => isForeign) ? [t('report.chart-key-imported')] : []),
  ].join(' ')
  const describe = (index: number) => {
    const wave = waves[index]
    const point = wave && pointAt(scale, wave.id)
    if (!wave) return ''
    if (point?.status === 'not asked') return t('report.point-not-asked', { wave: wave.label })
    if (point?.status !== 'published') return t('report.point-protected', { wave: wave.label, k: report.k })
    const words = {
      wave: wave.label,
      mean: showMean(point.mean, scale, t, locale),
      n: showCount(point.n, locale),
    }
    const more = [
      ...(wave.imported ? [t('report.imported-words')] : []),
      ...(point.startsAnew ? [t('report.starts-anew')] : []),
      ...(point.newGroup ? [t('unit-history.starts-anew')] : []),
    ]
    const withMore = (sentence: string) => [sentence, ...more].join(' ')
    if (!point.interval) return withMore(t('report.point', words))
    const lo = showNumber(point.interval.lo, locale)
    const hi = showNumber(point.interval.hi, locale)
    return withMore(t('report.point-interval', { ...words, lo, hi }))
  }
  return (
    <SavedFigure
      source={unitSource(report, t, waves.at(-1)?.id)}
      file={`${report.unit.id}-${scale.id}`}
      title={title}
      describe={() => waves.map((_, index) => describe(index)).join(' ')}
    >
      <TrendChart
        title={title}
        points={points}
        marked={marked}
        min={scale.min}
        max={scale.max}
        gapWord={t('report.protected')}
        describe={describe}
        walkLabel={t('report.walk', { scale: name })}
        direction={directionOf(locale)}
        chartKey={chartKey}
      />
    </SavedFigure>
  )
}
