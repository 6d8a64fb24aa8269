import type { UnitReport } from '@chorus/contracts/report'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ScaleChart } from './scale-chart.tsx'
import { TrendTable } from './trend-table.tsx'

/** One scale of the units that this one was made of, each by itself and up to the break: a picture and a table. */
export function ScalePast({ name, scale, report }: { name: string; scale: string; report: UnitReport }) {
  const { t, locale } = useTexts()
  return report.past.breaks.flatMap(({ day, predecessors }) =>
    predecessors.map((before) => {
      const trend = before.scales.find(({ id }) => id === scale)
      if (!trend) return null
      const waves = report.waves.filter(({ id }) => before.waves.includes(id))
      const title = t('unit-history.line', { scale: name, unit: before.unit.name, day: showDay(day, locale) })
      return (
        <Disclosure key={`${day} ${before.unit.id}`} summary={title}>
          <ScaleChart
            name={title}
            scale={{ ...trend, id: `${trend.id}-${before.unit.id}` }}
            report={report}
            waves={waves}
          />
          <TrendTable name={title} scale={trend} waves={waves} />
        </Disclosure>
      )
    }),
  )
}
