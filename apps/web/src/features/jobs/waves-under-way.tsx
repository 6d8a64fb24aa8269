import type { JobsAnswer } from '@chorus/contracts/jobs'
import { showStampIn } from '../../lib/format/dates.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Table } from '../../ui/table.tsx'
import { WaveName } from './wave-name.tsx'

type Wave = JobsAnswer['underWay'][number]

export function WavesUnderWay({ waves }: { waves: readonly Wave[] }) {
  const { t, locale } = useTexts()
  return (
    <section className="stack" aria-labelledby="jobs-under-way">
      <h2 id="jobs-under-way">{t('jobs.under-way')}</h2>
      {waves.length === 0 ? (
        <p className="soft">{t('jobs.under-way-none')}</p>
      ) : (
        <Table
          caption={t('jobs.under-way-caption')}
          columns={[t('programmes.wave'), t('programmes.state'), t('jobs.then')]}
        >
          {waves.map((wave) => (
            <tr key={wave.wave}>
              <WaveName programme={wave.programme.name} label={wave.label} />
              <td>{t(`programmes.state.${wave.stage}`)}</td>
              <td>{t(thenWords(wave), { when: showStampIn(wave.closesAt, wave.programme.zone, locale) })}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function thenWords({ stage, publishesItself }: Wave): MessageId {
  if (stage === 'open') return publishesItself ? 'jobs.then.closes-publishes' : 'jobs.then.closes'
  return publishesItself ? 'jobs.then.publishes' : 'jobs.then.person'
}
