import type { JobsAnswer } from '@chorus/contracts/jobs'
import { showStampIn } from '../../lib/format/dates.ts'
import { type Translate, useTexts } from '../../lib/i18n/texts.ts'
import { Table } from '../../ui/table.tsx'
import { WaveName } from './wave-name.tsx'

type Wave = JobsAnswer['account'][number]

/** The account of planned waves: none is missing, and none stands there twice. */
export function PastWaves({ waves }: { waves: readonly Wave[] }) {
  const { t, locale } = useTexts()
  return (
    <section className="stack" aria-labelledby="jobs-account">
      <h2 id="jobs-account">{t('jobs.account')}</h2>
      <p className="measure">{t('jobs.account-words')}</p>
      {waves.length === 0 ? (
        <p className="soft">{t('jobs.account-none')}</p>
      ) : (
        <Table
          caption={t('jobs.account-caption')}
          columns={[t('programmes.wave'), t('jobs.was-due'), t('jobs.became')]}
        >
          {waves.map((wave) => (
            <tr key={`${wave.programme.id} ${wave.occurrence}`}>
              <WaveName programme={wave.programme.name} label={wave.label} />
              <td>{showStampIn(wave.opensAt, wave.programme.zone, locale)}</td>
              <td>{becameWords(wave, t)}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function becameWords({ state, reason, stage }: Wave, t: Translate): string {
  if (state === 'due') return t('jobs.state.due')
  if (stage !== null) return t(`programmes.state.${stage}`)
  return t('jobs.state.skipped', { reason: reason === null ? '' : reasonWords(reason, t) })
}

function reasonWords(reason: NonNullable<Wave['reason']>, t: Translate): string {
  if (reason === 'server-away' || reason === 'paused') return t(`jobs.reason.${reason}`)
  return t(`problem.${reason}`)
}
