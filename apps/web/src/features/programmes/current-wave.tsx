import type { Wave } from '@chorus/contracts/programme'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { showFromNow, showMoment } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { closeWave } from './api/close-wave.ts'
import { publishWave } from './api/publish-wave.ts'
import { ConfirmStep } from './confirm-step.tsx'
import { ParticipationBand } from './participation-band.tsx'
import { WaveMails } from './wave-mails.tsx'
import { WaveSteps } from './wave-steps.tsx'

/** The wave that is not published yet: where it stands, and the one step that comes next. */
export function CurrentWave({ wave, maySteer }: { wave: Wave; maySteer: boolean }) {
  const { t, locale } = useTexts()
  const [confirming, setConfirming] = useState(false)
  const open = wave.stage === 'open'
  return (
    <section className="wave-now stack" aria-labelledby={`wave-${wave.id}`}>
      <h3 id={`wave-${wave.id}`}>{wave.label}</h3>
      <WaveSteps stage={wave.stage} />
      <dl className="wave-facts">
        <div>
          <dt>{t(open ? 'programmes.closes' : 'programmes.closed')}</dt>
          <dd>
            {showMoment(wave.closes, locale)}{' '}
            {open && <span className="soft small">({showFromNow(wave.closes, new Date(), locale)})</span>}
          </dd>
        </div>
        <div>
          <dt>{t('programmes.invited')}</dt>
          <dd>{new Intl.NumberFormat(locale).format(wave.participation.invited)}</dd>
        </div>
        <div>
          <dt>{t('programmes.participation')}</dt>
          <dd>
            <ParticipationBand participation={wave.participation} live={open} />
          </dd>
        </div>
      </dl>
      {maySteer && (
        <div className="row">
          <Button look={open ? 'plain' : 'main'} onClick={() => setConfirming(true)}>
            {t(open ? 'programmes.close' : 'programmes.publish')}
          </Button>
          {open && (
            <Link className={buttonClass('quiet')} to="/waves/$wave/paper" params={{ wave: wave.id }}>
              {t('programmes.paper')}
            </Link>
          )}
          {open && (
            <Link className={buttonClass('quiet')} to="/posters/$wave" params={{ wave: wave.id }}>
              {t('mails.poster')}
            </Link>
          )}
        </div>
      )}
      {maySteer && open && <WaveMails wave={wave} />}
      <Disclosure summary={t('programmes.fingerprint')}>
        <p className="small">{t('programmes.fingerprint-words')}</p>
        <p>
          <code>{wave.fingerprint.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </Disclosure>
      {confirming && (
        <ConfirmStep
          step={open ? 'close' : 'publish'}
          label={wave.label}
          act={() => (open ? closeWave(wave.id) : publishWave(wave.id))}
          onClose={() => setConfirming(false)}
        />
      )}
    </section>
  )
}
