import type { Programme, Wave } from '@chorus/contracts/programme'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Table } from '../../ui/table.tsx'
import { ParticipationBand } from './participation-band.tsx'

type Props = { waves: readonly Wave[]; imported: Programme['imported'] }

/** Own waves, then those of another tool, which are older. */
export function WaveHistory({ waves, imported }: Props) {
  const { t, locale } = useTexts()
  return (
    <Disclosure summary={t('programmes.history', { count: waves.length + imported.length })}>
      <Table
        figures
        caption={t('programmes.history-caption')}
        columns={[
          t('programmes.wave'),
          t('programmes.closed'),
          t('programmes.invited'),
          t('programmes.participation'),
          t('programmes.state'),
        ]}
      >
        {waves.map((wave) => (
          <tr key={wave.id}>
            <th scope="row">{wave.label}</th>
            <td>{showDay(wave.closes, locale)}</td>
            <td>{new Intl.NumberFormat(locale).format(wave.participation.invited)}</td>
            <td>
              <ParticipationBand participation={wave.participation} live={false} />
            </td>
            <td>{t(`programmes.state.${wave.stage}`)}</td>
          </tr>
        ))}
        {imported.map((wave) => (
          <tr key={wave.id}>
            <th scope="row">{wave.label}</th>
            <td>{showDay(wave.closed, locale)}</td>
            <td>–</td>
            <td>–</td>
            <td>{t('programmes.state.imported')}</td>
          </tr>
        ))}
      </Table>
    </Disclosure>
  )
}
