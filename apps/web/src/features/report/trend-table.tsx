import type { ChangeVerdict, Figure } from '@chorus/contracts/publish'
import type { ScaleTrend, TrendPoint, UnitReport } from '@chorus/contracts/report'
import { showCount, showInterval, showMean, showShare } from '../../lib/format/figures.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { type Translate, useTexts } from '../../lib/i18n/texts.ts'
import { Table } from '../../ui/table.tsx'
import { pointAt } from './chart-points.ts'

type Trend = Pick<ScaleTrend, 'points' | 'min' | 'max'>
type Props = { name: string; scale: Trend; waves: UnitReport['waves'] }

/** The picture as a table, newest wave first. */
export function TrendTable({ name, scale, waves }: Props) {
  const { t } = useTexts()
  const tellsSource = waves.some(({ imported }) => imported)
  return (
    <Table
      figures
      caption={t('report.table-caption', { scale: name })}
      columns={[
        t('report.wave'),
        t('report.mean'),
        t('report.interval-column'),
        t('report.favourable'),
        t('report.agreement'),
        t('report.answers'),
        t('report.change'),
        ...(tellsSource ? [t('report.source')] : []),
      ]}
    >
      {waves.toReversed().map((wave) => (
        <tr key={wave.id}>
          <th scope="row">{wave.label}</th>
          <Figures point={pointAt(scale, wave.id)} scale={scale} />
          {tellsSource && <td>{t(wave.imported ? 'report.source-imported' : 'report.source-own')}</td>}
        </tr>
      ))}
    </Table>
  )
}

function Figures({ point, scale }: { point: TrendPoint | undefined; scale: Trend }) {
  const { t, locale } = useTexts()
  if (point?.status === 'not asked') return <td colSpan={6}>{t('report.not-asked')}</td>
  if (point?.status !== 'published') return <td colSpan={6}>{t('report.protected')}</td>
  return (
    <>
      <td>{showMean(point.mean, scale, t, locale)}</td>
      <td>{point.interval ? showInterval(point.interval, locale) : '–'}</td>
      <td>{point.favourable === null ? '–' : aboutShare(point.favourable, t, locale)}</td>
      <td>{point.agreement === null ? '–' : t(`report.agreement-word.${point.agreement}`)}</td>
      <td>{showCount(point.n, locale)}</td>
      <td>{changeOf(point, t)}</td>
    </>
  )
}

function changeOf(
  { startsAnew, newGroup, change }: Extract<TrendPoint, { status: 'published' }>,
  t: Translate,
): string {
  if (newGroup) return t('unit-history.changed')
  if (startsAnew) return t('report.questions-changed')
  return change ? t(words[change.verdict]) : '–'
}

/** A step inside the range is "about"; the open ends say so themselves. */
function aboutShare(share: Figure, t: Translate, locale: string): string {
  const shown = showShare(share, t, locale)
  const isOpen = typeof share !== 'number' && (share.lo <= 0 || share.hi >= 1)
  return isOpen ? shown : t('report.favourable-about', { share: shown })
}

const words: Record<ChangeVerdict, MessageId> = {
  up: 'report.verdict.up',
  down: 'report.verdict.down',
  'no change shown': 'report.verdict.no-change',
  'too few': 'report.verdict.too-few',
}
