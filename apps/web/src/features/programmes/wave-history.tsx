import type { Wave } from '@chorus/contracts/programme'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Table } from '../../ui/table.tsx'
import { ParticipationBand } from './participation-band.tsx'

export function WaveHistory({ waves }: { waves: readonly Wave[] }) {
  const { t, locale } = useTexts()
  return (
    <Disclosure summary={t('programmes.history', { count: waves.length })}>
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
      </Table>
    </Disclosure>
  )
}
