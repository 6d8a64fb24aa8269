import type { ScaleResult, UnitAbove, UnitReport } from '@chorus/contracts/report'
import { bandOf, middleOf, showInterval, showMean, showNumber } from '../../lib/format/figures.ts'
import { directionOf } from '../../lib/i18n/direction.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { type Translate, useTexts } from '../../lib/i18n/texts.ts'
import { DotChart } from '../../ui/chart/dot-chart.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Table } from '../../ui/table.tsx'
import { SavedFigure, unitSource } from './saved-figure.tsx'

type Props = { name: string; scale: ScaleResult; report: UnitReport }
type Shown = Extract<UnitAbove, { status: 'published' }>
type Row = {
  id: string
  label: string
  figures: Pick<Shown, 'mean' | 'interval'> | null
  verdict: Shown['verdict'] | null
}

const words: Record<Shown['verdict'], MessageId> = {
  higher: 'details.above.higher',
  lower: 'details.above.lower',
  'no difference shown': 'details.above.same',
  'too few': 'details.above.too-few',
}

/** The unit beside the one above and the whole organisation: in words, as a picture on one axis, and as a table. Never a ranking of teams. */
export function UnitsAbove({ name, scale, report }: Props) {
  const { t, locale } = useTexts()
  const latest = scale.points.at(-1)
  if (latest?.status !== 'published' || scale.above.length === 0) return null
  const own: Row = { id: 'own', label: groupName(report.unit.name, t), figures: latest, verdict: null }
  const rows = [own, ...scale.above.map((above) => rowOf(above, t))]
  const inWords = ({ label, figures }: Row) => figuresInWords(label, figures, scale, t, locale)
  const title = t('details.above.title', { scale: name })
  return (
    <div className="scale scale-above">
      <div className="stack">
        <h3>{t('details.above.heading')}</h3>
        {scale.above.map((above) => (
          <p key={above.of} className="small stack-tight stack">
            <AboveWords above={above} locale={locale} />
          </p>
        ))}
        <p className="small soft">{t('details.above.part')}</p>
      </div>
      <div className="stack">
        <SavedFigure
          source={unitSource(report, t, latest.wave)}
          file={`${report.unit.id}-${scale.id}-above`}
          title={title}
          describe={() => rows.map(inWords).join(' ')}
        >
          <DotChart
            title={title}
            rows={rows.map(({ id, label, figures }) => ({
              id,
              label,
              value: figures && {
                middle: middleOf(figures.mean),
                band: bandOf(figures.mean),
                interval: figures.interval,
              },
            }))}
            min={scale.min}
            max={scale.max}
            gapWord={t('report.protected')}
            describe={(index) => (rows[index] ? inWords(rows[index]) : '')}
            walkLabel={t('details.above.walk', { scale: name })}
            direction={directionOf(locale)}
            chartKey={t('details.above.key')}
          />
        </SavedFigure>
        <Disclosure summary={t('details.above.table')}>
          <Table
            figures
            caption={title}
            columns={[
              t('details.above.unit'),
              t('report.mean'),
              t('report.interval-column'),
              t('details.above.column'),
            ]}
          >
            {rows.map(({ id, label, figures, verdict }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{figures ? showMean(figures.mean, scale, t, locale) : t('report.protected')}</td>
                <td>{figures?.interval ? showInterval(figures.interval, locale) : '–'}</td>
                <td>{verdict === null ? '–' : t(words[verdict])}</td>
              </tr>
            ))}
          </Table>
        </Disclosure>
      </div>
    </div>
  )
}

function AboveWords({ above, locale }: { above: UnitAbove; locale: string }) {
  const { t } = useTexts()
  const { label, verdict } = rowOf(above, t)
  if (above.status === 'protected') return t('details.above.protected', { unit: label })
  return (
    <>
      <span>
        <strong>{label}:</strong> {verdict && t(words[verdict])}
      </span>
      {above.verdict === 'no difference shown' && above.smallestSeen !== null && (
        <span className="soft">
          {t('details.above.smallest', { size: showNumber(above.smallestSeen, locale) })}
        </span>
      )}
    </>
  )
}

function rowOf(above: UnitAbove, t: Translate): Row {
  const name = groupName(above.name, t)
  return {
    id: above.of,
    label: above.of === 'organisation' ? t('details.above.whole', { unit: name }) : name,
    figures: above.status === 'published' ? above : null,
    verdict: above.status === 'published' ? above.verdict : null,
  }
}

function figuresInWords(
  label: string,
  figures: Row['figures'],
  scale: ScaleResult,
  t: Translate,
  locale: string,
): string {
  if (!figures) return t('details.above.protected', { unit: label })
  const values = { unit: label, mean: showMean(figures.mean, scale, t, locale) }
  if (!figures.interval) return t('details.above.point', values)
  return t('details.above.point-interval', {
    ...values,
    lo: showNumber(figures.interval.lo, locale),
    hi: showNumber(figures.interval.hi, locale),
  })
}
