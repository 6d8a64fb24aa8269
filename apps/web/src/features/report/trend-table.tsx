import type { ChangeVerdict } from '@chorus/contracts/publish'
import type { ScaleTrend, TrendPoint, UnitReport } from '@chorus/contracts/report'
import { showCount, showFigure, showShare } from '../../lib/format/figures.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Table } from '../../ui/table.tsx'
import { pointAt } from './chart-points.ts'

type Props = { name: string; scale: ScaleTrend; waves: UnitReport['waves'] }

/** The picture as a table, newest wave first. */
export function TrendTable({ name, scale, waves }: Props) {
  const { t } = useTexts()
  return (
    <Table
      figures
      caption={t('report.table-caption', { scale: name })}
      columns={[
        t('report.wave'),
        t('report.mean'),
        t('report.interval-column'),
        t('report.favourable'),
        t('report.answers'),
        t('report.change'),
      ]}
    >
      {waves.toReversed().map((wave) => (
        <tr key={wave.id}>
          <th scope="row">{wave.label}</th>
          <Figures point={pointAt(scale, wave.id)} />
        </tr>
      ))}
    </Table>
  )
}

function Figures({ point }: { point: TrendPoint | undefined }) {
  const { t, locale } = useTexts()
  if (point?.status !== 'published') return <td colSpan={5}>{t('report.protected')}</td>
  return (
    <>
      <td>{showFigure(point.mean, locale)}</td>
      <td>{point.interval ? showFigure(point.interval, locale) : '–'}</td>
      <td>{point.favourable === null ? '–' : showShare(point.favourable, locale)}</td>
      <td>{showCount(point.n, locale)}</td>
      <td>{point.change ? t(words[point.change.verdict]) : '–'}</td>
    </>
  )
}

const words: Record<ChangeVerdict, MessageId> = {
  up: 'report.verdict.up',
  down: 'report.verdict.down',
  'no change shown': 'report.verdict.no-change',
  'too few': 'report.verdict.too-few',
}
