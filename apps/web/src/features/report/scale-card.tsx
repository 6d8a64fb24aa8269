import type { ScaleResult, UnitReport } from '@chorus/contracts/report'
import { useId } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ItemResults } from './item-results.tsx'
import { LatestValue } from './latest-value.tsx'
import { PositionWords } from './position-words.tsx'
import { ScaleChart } from './scale-chart.tsx'
import { ScalePast } from './scale-past.tsx'
import { SignalWords } from './signal-words.tsx'
import { TrendTable } from './trend-table.tsx'
import { UnitsAbove } from './units-above.tsx'

type Props = {
  scale: ScaleResult
  report: UnitReport
  /** Whether the card is a landmark of its page: not where many units have one of the same name. */
  landmark?: boolean
}

/** One scale: where it stands now in words, its course as a picture, what lies above beside it, and the same as a table. */
export function ScaleCard({ scale, report, landmark = true }: Props) {
  const { t, locale } = useTexts()
  const { waves } = report
  const name = localised(scale.name, locale).text
  const titleId = useId()
  return (
    <Card {...(landmark ? { labelledBy: titleId } : { as: 'div' })}>
      <div className="scale">
        <div className="stack">
          <h2 id={titleId}>{name}</h2>
          <LatestValue scale={scale} waves={waves} />
          {scale.position && <PositionWords position={scale.position} />}
          <SignalWords signals={scale.signals} falseSignals={report.falseSignals} />
        </div>
        <ScaleChart name={name} scale={scale} report={report} />
      </div>
      <ScalePast name={name} scale={scale.id} report={report} />
      <UnitsAbove name={name} scale={scale} report={report} />
      {scale.items.length > 0 && (
        <Disclosure summary={t('report.items')}>
          <ItemResults name={name} scale={scale} report={report} />
        </Disclosure>
      )}
      <Disclosure summary={t('report.table')}>
        <TrendTable name={name} scale={scale} waves={waves} />
      </Disclosure>
    </Card>
  )
}
