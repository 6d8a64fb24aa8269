import { showMoment } from '../../lib/format/dates.ts'
import { inFours } from '../../lib/format/fingerprint.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { Pulse } from './open-pulse.ts'
import { Proof } from './proof.tsx'
import type { Asked } from './questions.ts'
import { SharedDevice } from './shared-device.tsx'
import { statementId } from './statement.tsx'
import { Told } from './told.tsx'
import { WhoSeesWhat } from './who-sees-what.tsx'

type Props = {
  asked: Asked
  /** Undefined before the script has come: nothing is known of who reads. */
  pulse: Pulse | undefined
  resumes: boolean
  /** What the rules' changes are, on the server; the script keeps what the server told. */
  told?: string | undefined
  onBegin: () => void
  /** Undefined at a kiosk, which is shared always. */
  device?: { shared: boolean; onShared: (shared: boolean) => void } | undefined
}

/** The promise: who sees what, and one tap deeper how to check it. */
export function Intro({ asked, pulse, resumes, told, onBegin, device }: Props) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <p className="frame-eyebrow">{asked.label}</p>
        <PageTitle title={t('answer.intro.title')} />
        <p className="lead soft">
          {t('answer.intro.effort', {
            count: asked.questions.length,
            minutes: asked.minutes,
          })}
        </p>
      </div>
      <Told words={told} />
      <WhoSeesWhat group={pulse?.invitation.cohort} k={asked.k} remindsSome={asked.remindsSome} />
      <div className="stack">
        <div className="frame-foot">
          {pulse ? (
            <Button look="main" onClick={onBegin}>
              {t(resumes ? 'answer.intro.resume' : 'answer.intro.begin')}
            </Button>
          ) : (
            <a className={buttonClass('main')} href={`#${statementId(1)}`}>
              {t('answer.intro.begin')}
            </a>
          )}
          <Closing pulse={pulse} />
        </div>
        {pulse && <Deeper pulse={pulse} atKiosk={device === undefined} />}
        {pulse && device && <SharedDevice {...device} />}
      </div>
    </div>
  )
}

function Closing({ pulse }: { pulse: Pulse | undefined }) {
  const { t, locale } = useTexts()
  return (
    <p className="small soft">
      {pulse && `${t('answer.intro.closes', { moment: showMoment(pulse.invitation.closes, locale) })} `}
      {t('answer.intro.nothing-leaves')}
    </p>
  )
}

function Deeper({ pulse, atKiosk }: { pulse: Pulse; atKiosk: boolean }) {
  const { t } = useTexts()
  return (
    <>
      <p className="small soft">
        {t(atKiosk ? 'kiosk.fingerprint' : 'answer.intro.fingerprint')}{' '}
        <code>{inFours(pulse.invitation.fingerprint)}</code>
      </p>
      <Proof pulse={pulse} checked={atKiosk ? 'kiosk.proof.checked' : 'answer.proof.checked'} />
      {!atKiosk && (
        <p>
          <a href="/stored">{t('answer.stored')}</a>
        </p>
      )}
    </>
  )
}
