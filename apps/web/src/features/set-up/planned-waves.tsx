import type { PlannedWaveAnswer } from '@chorus/contracts/rhythm'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { momentIn } from '../../lib/rhythm/rhythm-in-words.ts'
import { Table } from '../../ui/table.tsx'
import { showMinutes } from './show-minutes.ts'

/** The next waves in the zone of the rhythm, what takes turns in each, and how long answering takes. */
export function PlannedWaves({ next, zone }: { next: readonly PlannedWaveAnswer[]; zone: string }) {
  const { t, locale } = useTexts()
  if (next.length === 0) return <p className="soft">{t('set-up.plan.none')}</p>
  return (
    <Table
      caption={t('set-up.plan.caption', { zone })}
      columns={[
        t('set-up.plan.opens'),
        t('set-up.plan.closes'),
        t('set-up.plan.in-turn'),
        t('set-up.plan.time'),
      ]}
    >
      {next.map((wave) => (
        <tr key={wave.occurrence}>
          <th scope="row">{momentIn(zone, wave.opensAt, locale)}</th>
          <td>{momentIn(zone, wave.closesAt, locale)}</td>
          <td>
            {wave.scales
              .filter(({ role }) => role === 'rotating')
              .map(({ name }) => localised(name, locale).text)
              .join(', ') || '–'}
          </td>
          <td>{showMinutes(wave.seconds, locale)}</td>
        </tr>
      ))}
    </Table>
  )
}
