import { useRef, useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import type { SentAnswers } from '../api/send.ts'
import { finishedAnswers } from '../finished-answers.ts'
import { Intro } from '../intro.tsx'
import type { Pulse } from '../open-pulse.ts'
import { loadBallotCode } from '../page-sender.ts'
import { QuestionStep } from '../question-step.tsx'
import { Review } from '../review.tsx'
import { IdleWarning } from './idle-warning.tsx'
import { type KioskSender, startKioskSender } from './kiosk-sender.ts'
import { KioskSent } from './kiosk-sent.tsx'
import { startAfresh } from './start-afresh.ts'

type Step = { at: 'intro' } | { at: 'question'; index: number; fromReview: boolean } | { at: 'review' }

/** The steps of the survey page, with the answers in memory alone. */
export function KioskSteps({ pulse, code }: { pulse: Pulse; code: string }) {
  const { t } = useTexts()
  const [step, setStep] = useState<Step>({ at: 'intro' })
  const [answers, setAnswers] = useState<SentAnswers>({})
  const [sender, setSender] = useState<KioskSender>()
  const pressed = useRef(false)
  const last = pulse.questions.length - 1

  function go(index: number, fromReview = false): void {
    void loadBallotCode().catch(() => undefined)
    if (index < 0) setStep({ at: 'intro' })
    else if (index > last) setStep({ at: 'review' })
    else setStep({ at: 'question', index, fromReview })
  }

  async function send(): Promise<void> {
    if (pressed.current) return
    pressed.current = true
    const started = startKioskSender(code)
    setSender(started)
    setAnswers({})
    started.send(await finishedAnswers(pulse, answers))
  }

  if (sender) return <KioskSent sender={sender} pulse={pulse} />
  const question = step.at === 'question' ? pulse.questions[step.index] : undefined
  return (
    <>
      {step.at === 'intro' && (
        <Intro pulse={pulse} resumes={Object.keys(answers).length > 0} onBegin={() => go(0)} atKiosk />
      )}
      {step.at === 'question' && question && (
        <>
          <h1 className="visually-hidden">{pulse.invitation.label}</h1>
          <QuestionStep
            key={question.id}
            question={question}
            number={step.index + 1}
            count={last + 1}
            chosen={answers[question.id]}
            onChoose={(answer) => setAnswers((now) => ({ ...now, [question.id]: answer }))}
            onNext={() => go(step.fromReview ? last + 1 : step.index + 1)}
            onBack={() => go(step.index - 1)}
          />
        </>
      )}
      {step.at === 'review' && (
        <Review
          pulse={pulse}
          answers={answers}
          onChange={(index) => go(index, true)}
          onBack={() => go(last)}
          onSend={() => void send()}
        />
      )}
      <p className="kiosk-leave">
        <Button look="quiet" onClick={startAfresh}>
          {t('kiosk.leave')}
        </Button>
      </p>
      <IdleWarning />
    </>
  )
}
