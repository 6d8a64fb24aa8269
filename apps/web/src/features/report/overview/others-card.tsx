import type { OrganisationOverview } from '@chorus/contracts/report-across-units'
import { bandOf, showCount, showInterval, showMean, showShare } from '../../../lib/format/figures.ts'
import { directionOf } from '../../../lib/i18n/direction.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { DotChart } from '../../../ui/chart/dot-chart.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Table } from '../../../ui/table.tsx'
import { figuresInWords } from '../figures-in-words.ts'
import { SavedFigure } from '../saved-figure.tsx'
import { VerdictChip } from '../verdict.tsx'

type Other = OrganisationOverview['others'][number]

/** Scales that take turns, and outcomes, of the whole organisation: each in the newest wave that asked it. */
export function OthersCard({ overview }: { overview: OrganisationOverview }) {
  const { t } = useTexts()
  const { others } = overview
  if (others.length === 0) return null
  const formats = [...new Set(others.map(({ min, max }) => `${min} ${max}`))]
  return (
    <Card labelledBy="others">
      <h2 id="others">{t('overview.others')}</h2>
      <p className="small soft measure">{t('overview.others-words')}</p>
      {formats.map((format) => (
        <OthersChart
          key={format}
          others={others.filter(({ min, max }) => `${min} ${max}` === format)}
          overview={overview}
        />
      ))}
      <Disclosure summary={t('report.table')}>
        <OthersTable overview={overview} />
      </Disclosure>
    </Card>
  )
}

/** Measures that share a format share a chart. */
function OthersChart({ others, overview }: { others: readonly Other[]; overview: OrganisationOverview }) {
  const { t, locale } = useTexts()
  const { min, max } = others[0] ?? { min: 1, max: 7 }
  const { waves, k } = overview
  const title = t('overview.others-chart', { min, max })
  // Most are of the newest wave: only the others say which.
  const nameOf = ({ name, points }: Other) => {
    const { text } = localised(name, locale)
    const wave = points.at(-1)?.wave
    return wave === undefined || wave === waves.at(-1)?.id ? text : `${text} (${labelOf(wave, overview)})`
  }
  const inWords = ({ name, points }: Other) => {
    const latest = points.at(-1)
    const reading = { scale: { name: localised(name, locale).text, min, max }, k, t, locale }
    const place = latest ? labelOf(latest.wave, overview) : ''
    const figures =
      latest?.status === 'published' ? { ...latest, change: null } : ({ status: 'protected' } as const)
    return figuresInWords(figures, { ...reading, place })
  }
  return (
    <SavedFigure
      source={{ of: t('across.organisation'), wave: waves.at(-1), k }}
      file={`organisation-others-${min}-${max}`}
      title={title}
      describe={() => others.map(inWords).join(' ')}
    >
      <DotChart
        title={title}
        rows={others.map((other) => {
          const latest = other.points.at(-1)
          return {
            id: other.id,
            label: nameOf(other),
            value:
              latest?.status === 'published'
                ? { band: bandOf(latest.mean), interval: latest.interval }
                : null,
          }
        })}
        min={min}
        max={max}
        gapWord={t('report.protected')}
        describe={(index) => {
          const chosen = others[index]
          return chosen ? inWords(chosen) : ''
        }}
        walkLabel={t('overview.others-walk')}
        direction={directionOf(locale)}
        chartKey={t('overview.dots-key')}
      />
    </SavedFigure>
  )
}

function OthersTable({ overview }: { overview: OrganisationOverview }) {
  const { t, locale } = useTexts()
  return (
    <Table
      caption={t('overview.others-caption')}
      columns={[
        t('overview.measure'),
        t('report.wave'),
        t('report.mean'),
        t('report.interval-column'),
        t('report.favourable'),
        t('report.answers'),
        t('report.change'),
      ]}
    >
      {overview.others.flatMap((other) =>
        other.points.toReversed().map((point) => (
          <tr key={`${other.id} ${point.wave}`}>
            <th scope="row">{localised(other.name, locale).text}</th>
            <td>{labelOf(point.wave, overview)}</td>
            {point.status === 'published' ? (
              <>
                <td>{showMean(point.mean, other, t, locale)}</td>
                <td>{point.interval ? showInterval(point.interval, locale) : '–'}</td>
                <td>{point.favourable === null ? '–' : showShare(point.favourable, t, locale)}</td>
                <td>{showCount(point.n, locale)}</td>
                <td>{point.change ? <VerdictChip verdict={point.change.verdict} /> : '–'}</td>
              </>
            ) : (
              <td colSpan={5} className="soft">
                {t('report.protected')}
              </td>
            )}
          </tr>
        )),
      )}
    </Table>
  )
}

function labelOf(wave: string, { waves }: OrganisationOverview): string {
  return waves.find(({ id }) => id === wave)?.label ?? wave
}
