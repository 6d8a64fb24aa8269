import type { OtherMeasure, UnitReport } from '@chorus/contracts/report'
import { showInterval, showMean, showShare } from '../../lib/format/figures.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Table } from '../../ui/table.tsx'
import { pointAt } from './chart-points.ts'
import { ItemResults } from './item-results.tsx'
import { LatestValue } from './latest-value.tsx'
import { ScaleChart } from './scale-chart.tsx'
import { TrendTable } from './trend-table.tsx'
import { Moved } from './verdict.tsx'

/** What is not asked in every wave: scales that take turns, and single statements about what comes of it all. */
export function OtherScales({ report }: { report: UnitReport }) {
  const { t } = useTexts()
  const scales = report.others.filter(({ type }) => type === 'scale')
  const outcomes = report.others.filter(({ type }) => type === 'outcome')
  if (report.others.length === 0) return null
  return (
    <Card labelledBy="report-others">
      <h2 id="report-others">{t('details.others')}</h2>
      <p className="small soft measure">{t('details.others-words')}</p>
      {scales.map((scale) => (
        <TakingTurns key={scale.id} scale={scale} report={report} />
      ))}
      {outcomes.length > 0 && (
        <div className="outcomes">
          <Outcomes outcomes={outcomes} waves={report.waves} />
        </div>
      )}
    </Card>
  )
}

function TakingTurns({ scale, report }: { scale: OtherMeasure; report: UnitReport }) {
  const { t, locale } = useTexts()
  const name = localised(scale.name, locale).text
  const waves = report.waves.filter(({ id }) => pointAt(scale, id))
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <Disclosure summary={name}>
      <p className="small soft">
        {t('details.asked-in', { waves: list.format(waves.map(({ label }) => label)) })}
      </p>
      <div className="scale">
        <div className="stack">
          <LatestValue scale={scale} waves={waves} />
        </div>
        {waves.length > 1 && <ScaleChart name={name} scale={scale} report={report} waves={waves} />}
      </div>
      {scale.items.length > 0 && <ItemResults name={name} scale={scale} report={report} />}
      <TrendTable name={name} scale={scale} waves={waves} />
    </Disclosure>
  )
}

/** Single statements: none has a score, and each stands with the last wave that asked it. */
function Outcomes({ outcomes, waves }: { outcomes: readonly OtherMeasure[]; waves: UnitReport['waves'] }) {
  const { t, locale } = useTexts()
  return (
    <Table
      caption={t('details.outcomes-caption')}
      columns={[
        t('details.statement'),
        t('report.wave'),
        t('report.mean'),
        t('report.interval-column'),
        t('report.favourable'),
        t('report.change'),
      ]}
    >
      {outcomes.map((outcome) => {
        const { text, lang, dir } = localised(outcome.name, locale)
        const point = outcome.points.at(-1)
        return (
          <tr key={outcome.id}>
            <th scope="row">
              <bdi lang={lang} dir={dir}>
                {text}
              </bdi>
            </th>
            <td>{waves.find(({ id }) => id === point?.wave)?.label}</td>
            {point?.status === 'published' ? (
              <>
                <td>{showMean(point.mean, outcome, t, locale)}</td>
                <td>{point.interval ? showInterval(point.interval, locale) : '–'}</td>
                <td>{point.favourable === null ? '–' : showShare(point.favourable, t, locale)}</td>
                <td>{point.change ? <Moved change={point.change} /> : '–'}</td>
              </>
            ) : (
              <td colSpan={4}>{t('report.protected')}</td>
            )}
          </tr>
        )
      })}
    </Table>
  )
}
