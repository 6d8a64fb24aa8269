import type { JobsAnswer } from '@chorus/contracts/jobs'
import { showStampIn } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Table } from '../../ui/table.tsx'
import { WaveName } from './wave-name.tsx'

export function ComingWaves({ waves }: { waves: JobsAnswer['next'] }) {
  const { t, locale } = useTexts()
  return (
    <section className="stack" aria-labelledby="jobs-next">
      <h2 id="jobs-next">{t('jobs.next')}</h2>
      {waves.length === 0 ? (
        <p className="soft">{t('jobs.next-none')}</p>
      ) : (
        <Table
          caption={t('jobs.next-caption')}
          columns={[t('programmes.wave'), t('jobs.opens'), t('programmes.closes')]}
        >
          {waves.map(({ programme, occurrence, label, opensAt, closesAt }) => (
            <tr key={`${programme.id} ${occurrence}`}>
              <WaveName programme={programme.name} label={label} />
              <td>{showStampIn(opensAt, programme.zone, locale)}</td>
              <td>{showStampIn(closesAt, programme.zone, locale)}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}
