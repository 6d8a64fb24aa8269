import { useQuery } from '@tanstack/react-query'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { unitReportQuery } from './api/unit-report.ts'
import { pointAt } from './chart-points.ts'
import { ScaleChart } from './scale-chart.tsx'

type Props = {
  unit: string
  /** A scale, or an outcome. */
  measure: string
  /** ISO days: waves that closed after the first and up to the last one are marked. */
  from: string
  to: string
  /** What the marked waves are. */
  words: string
}

/** One measure of a unit over its waves, as its report shows it, with a stretch of days marked. Nothing where the reader may not open the report. */
export function Course({ unit, measure, from, to, words }: Props) {
  const { locale } = useTexts()
  const report = useQuery({ ...unitReportQuery(unit), retry: false }).data
  const trend = report && [...report.scales, ...report.others].find(({ id }) => id === measure)
  if (!report || !trend) return null
  const waves = report.waves.filter(({ id }) => pointAt(trend, id))
  const inDays = waves.flatMap(({ closed }, at) => (closed > from && closed <= to ? [at] : []))
  const [first, last] = [inDays.at(0), inDays.at(-1)]
  return (
    <ScaleChart
      name={localised(trend.name, locale).text}
      scale={trend}
      report={report}
      waves={waves}
      marked={first === undefined || last === undefined ? undefined : { first, last, words }}
    />
  )
}
