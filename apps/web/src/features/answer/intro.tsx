import { showMoment } from '../../lib/format/dates.ts'
import { inFours } from '../../lib/format/fingerprint.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { Pulse } from './open-pulse.ts'
import { Proof } from './proof.tsx'
import { minutesFor } from './questions.ts'
import { WhoSeesWhat } from './who-sees-what.tsx'

type Props = {
  pulse: Pulse
  resumes: boolean
  onBegin: () => void
  /** At a shared device: without the reader's own pages, and the fingerprint is to be compared with the sheet. */
  atKiosk?: boolean
}

export function Intro({ pulse, resumes, onBegin, atKiosk = false }: Props) {
  const { t, locale } = useTexts()
  const { invitation, questions } = pulse
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <p className="frame-eyebrow">{invitation.label}</p>
        <PageTitle title={t('answer.intro.title')} />
        <p className="lead soft">
          {t('answer.intro.effort', { count: questions.length, minutes: minutesFor(questions.length) })}
        </p>
      </div>
      <WhoSeesWhat group={invitation.cohort.label} size={invitation.cohort.size} k={invitation.k} />
      <div className="stack">
        <div className="frame-foot">
          <Button look="main" onClick={onBegin}>
            {t(resumes ? 'answer.intro.resume' : 'answer.intro.begin')}
          </Button>
          <p className="small soft">
            {t('answer.intro.closes', { moment: showMoment(invitation.closes, locale) })}
          </p>
        </div>
        <p className="small soft">
          {t(atKiosk ? 'kiosk.fingerprint' : 'answer.intro.fingerprint')}{' '}
          <code>{inFours(invitation.fingerprint)}</code>
        </p>
        <Proof pulse={pulse} checked={atKiosk ? 'kiosk.proof.checked' : 'answer.proof.checked'} />
        {!atKiosk && (
          <p>
            <a href="/stored">{t('answer.stored')}</a>
          </p>
        )}
      </div>
    </div>
  )
}
