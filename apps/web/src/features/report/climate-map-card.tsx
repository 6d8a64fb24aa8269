import type { ClimateMap, ClimateZone, PlacedOnMap, UnitReport } from '@chorus/contracts/report'
import { showNumber } from '../../lib/format/figures.ts'
import { localised } from '../../lib/i18n/localised.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { ZoneMap } from '../../ui/chart/zone-map.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Table } from '../../ui/table.tsx'
import { fieldNames, placedInBrackets, placeInWords, zonePoint, zoneWords } from './place-on-map.ts'
import { SavedFigure, unitSource } from './saved-figure.tsx'

type Props = { map: ClimateMap; report: UnitReport }

const zoneMeanings: Record<ClimateZone, MessageId> = {
  learning: 'report.zone-words.learning',
  comfort: 'report.zone-words.comfort',
  anxiety: 'report.zone-words.anxiety',
  apathy: 'report.zone-words.apathy',
  'near the line': 'report.zone-words.near',
}

/** Safety beside standards: where the unit stands, how it came there, and whether the two scales are two. */
export function ClimateMapCard({ map, report }: Props) {
  const { t, locale } = useTexts()
  const { waves } = report
  const latest = map.points.at(-1)
  const labelOf = (wave: string) => waves.find(({ id }) => id === wave)?.label ?? wave
  const inBrackets = (placed: PlacedOnMap) => placedInBrackets(placed, map, t, locale)
  const axes = { x: localised(map.standards, locale).text, y: localised(map.safety, locale).text }
  const title = t('report.map-title', { x: axes.x, y: axes.y })
  const inWords = (point: ClimateMap['points'][number]) =>
    placeInWords(labelOf(point.wave), point, map, t, locale)
  return (
    <Card labelledBy="report-map">
      <div className="scale">
        <div className="stack">
          <h2 id="report-map">{t('report.map')}</h2>
          {latest ? (
            <>
              <p className="zone-now">{t(zoneWords[latest.zone])}</p>
              <p className="small soft">
                {labelOf(latest.wave)}. {t(zoneMeanings[latest.zone])}
              </p>
            </>
          ) : (
            <p className="soft">{t('report.map-nothing')}</p>
          )}
          <p className="small soft">{t('report.map-cut', { cut: showNumber(map.cut, locale) })}</p>
          <Overlap overlap={map.overlap} />
        </div>
        {latest && (
          <SavedFigure
            source={unitSource(report, t, latest.wave)}
            file={`${report.unit.id}-map`}
            title={title}
            describe={() => map.points.map((point) => inWords(point)).join(' ')}
          >
            <ZoneMap
              kind="path"
              title={title}
              points={map.points.map((point) => zonePoint(labelOf(point.wave), point))}
              axes={axes}
              fields={fieldNames(t)}
              describe={(index) => {
                const point = map.points[index]
                return point ? inWords(point) : ''
              }}
              walkLabel={t('across.map-walk-waves')}
              chartKey={t('report.map-key')}
              min={map.min}
              max={map.max}
              cut={map.cut}
            />
          </SavedFigure>
        )}
      </div>
      {latest && (
        <Disclosure summary={t('report.table')}>
          <Table
            figures
            caption={t('report.map-caption')}
            columns={[t('report.wave'), axes.y, axes.x, t('report.map-zone')]}
          >
            {map.points.toReversed().map(({ wave, safety, standards, zone }) => (
              <tr key={wave}>
                <th scope="row">{labelOf(wave)}</th>
                <td>{inBrackets(safety)}</td>
                <td>{inBrackets(standards)}</td>
                <td>{t(zoneWords[zone])}</td>
              </tr>
            ))}
          </Table>
        </Disclosure>
      )}
    </Card>
  )
}

/** A map of two scales that say the same is a line. */
function Overlap({ overlap }: Pick<ClimateMap, 'overlap'>) {
  const { t, locale } = useTexts()
  if (overlap === null) return <p className="small soft">{t('report.overlap-unknown')}</p>
  const { r, interval, units, limit } = overlap
  const two = (value: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
  const figures = { r: two(r), lo: two(interval.lo), hi: two(interval.hi), units, limit: two(limit) }
  return (
    <p className="small soft">
      {t(
        interval.hi < limit
          ? 'report.overlap-apart'
          : r < limit
            ? 'report.overlap-open'
            : 'report.overlap-one',
        figures,
      )}
    </p>
  )
}
