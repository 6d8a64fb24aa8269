import type { ScaleResult, UnitReport } from '@chorus/contracts/report'
import { useId } from 'react'
import { showCount, showMean, showNumber } from '../../lib/format/figures.ts'
import { directionOf } from '../../lib/i18n/direction.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { TrendChart } from '../../ui/chart/trend-chart.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { chartPoints, pointAt } from './chart-points.ts'
import { ItemResults } from './item-results.tsx'
import { LatestValue } from './latest-value.tsx'
import { PositionWords } from './position-words.tsx'
import { SavedFigure } from './saved-figure.tsx'
import { SignalWords } from './signal-words.tsx'
import { TrendTable } from './trend-table.tsx'

type Props = {
  scale: ScaleResult
  report: UnitReport
  /** Whether the card is a landmark of its page: not where many units have one of the same name. */
  landmark?: boolean
}

/** One scale: where it stands now in words, its course as a picture, and the same as a table. */
export function ScaleCard({ scale, report, landmark = true }: Props) {
  const { t, locale } = useTexts()
  const { waves, k } = report
  const name = localised(scale.name, locale).text
  const titleId = useId()
  const title = t('report.chart', { scale: name, min: scale.min, max: scale.max })
  const points = chartPoints(scale, waves)
  const chartKey = [
    t('report.chart-key'),
    ...(points.some(({ startsAnew }) => startsAnew) ? [t('report.chart-key-break')] : []),
    ...(points.some(({ isForeign }) => isForeign) ? [t('report.chart-key-imported')] : []),
  ].join(' ')
  const describe = (index: number) => {
    const wave = waves[index]
    const point = wave && pointAt(scale, wave.id)
    if (!wave) return ''
    if (point?.status === 'not asked') return t('report.point-not-asked', { wave: wave.label })
    if (point?.status !== 'published') return t('report.point-protected', { wave: wave.label, k })
    const words = {
      wave: wave.label,
      mean: showMean(point.mean, scale, t, locale),
      n: showCount(point.n, locale),
    }
    const more = [
      ...(wave.imported ? [t('report.imported-words')] : []),
      ...(point.startsAnew ? [t('report.starts-anew')] : []),
    ]
    const withMore = (sentence: string) => [sentence, ...more].join(' ')
    if (!point.interval) return withMore(t('report.point', words))
    const lo = showNumber(point.interval.lo, locale)
    const hi = showNumber(point.interval.hi, locale)
    return withMore(t('report.point-interval', { ...words, lo, hi }))
  }
  return (
    <Card {...(landmark ? { labelledBy: titleId } : { as: 'div' })}>
      <div className="scale">
        <div className="stack">
          <h2 id={titleId}>{name}</h2>
          <LatestValue scale={scale} waves={waves} />
          {scale.position && <PositionWords position={scale.position} />}
          <SignalWords signals={scale.signals} falseSignals={report.falseSignals} />
        </div>
        <SavedFigure
          report={report}
          name={scale.id}
          title={title}
          description={waves.map((_, index) => describe(index)).join(' ')}
        >
          <TrendChart
            title={title}
            points={points}
            min={scale.min}
            max={scale.max}
            gapWord={t('report.protected')}
            describe={describe}
            walkLabel={t('report.walk', { scale: name })}
            direction={directionOf(locale)}
            chartKey={chartKey}
          />
        </SavedFigure>
      </div>
      {scale.items.length > 0 && (
        <Disclosure summary={t('report.items')}>
          <ItemResults scale={scale} sharesFrom={report.needs.detail} />
        </Disclosure>
      )}
      <Disclosure summary={t('report.table')}>
        <TrendTable name={name} scale={scale} waves={waves} />
      </Disclosure>
    </Card>
  )
}
