import { useRef, useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Answering } from '../answering.tsx'
import type { SentAnswers } from '../api/send.ts'
import { finishedAnswers } from '../finished-answers.ts'
import { Intro } from '../intro.tsx'
import type { Pulse } from '../open-pulse.ts'
import { askedBy } from '../questions.ts'
import { Review } from '../review.tsx'
import { useSteps } from '../use-steps.ts'
import { KioskIdle } from './kiosk-idle.tsx'
import { type KioskSender, startKioskSender } from './kiosk-sender.ts'
import { KioskSent } from './kiosk-sent.tsx'
import { startAfresh } from './start-afresh.ts'

/** The steps of the survey page, with the answers in memory alone. */
export function KioskSteps({ pulse, code }: { pulse: Pulse; code: string }) {
  const { t } = useTexts()
  const steps = useSteps(pulse.questions.length, { at: 'intro', moved: false })
  const [answers, setAnswers] = useState<SentAnswers>({})
  const [sender, setSender] = useState<KioskSender>()
  const pressed = useRef(false)
  const { step, go } = steps
  const asked = askedBy(pulse.manifest, pulse.invitation.minutes)

  async function send(): Promise<void> {
    if (pressed.current) return
    pressed.current = true
    const started = startKioskSender(code)
    setSender(started)
    setAnswers({})
    started.send(await finishedAnswers(pulse, answers))
  }

  if (sender) return <KioskSent sender={sender} pulse={pulse} />
  return (
    <>
      {step.at === 'review' ? (
        <Review
          pulse={pulse}
          answers={answers}
          onChange={(index) => go(index, true)}
          onBack={() => go(pulse.questions.length - 1)}
          onSend={() => void send()}
        />
      ) : (
        <Answering
          asked={asked}
          steps={steps}
          answers={answers}
          onChoose={(item, answer) => setAnswers((now) => ({ ...now, [item]: answer }))}
        >
          <Intro
            asked={asked}
            pulse={pulse}
            resumes={Object.keys(answers).length > 0}
            onBegin={() => go(0)}
          />
        </Answering>
      )}
      <p className="kiosk-leave">
        <Button look="quiet" onClick={startAfresh}>
          {t('kiosk.leave')}
        </Button>
      </p>
      <KioskIdle />
    </>
  )
}
