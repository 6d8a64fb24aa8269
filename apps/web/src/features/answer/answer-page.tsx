import { useTexts } from '../../lib/i18n/texts.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CommentField } from './comment-field.tsx'
import { commentedScales } from './commented.ts'
import { Frame } from './frame.tsx'
import { Intro } from './intro.tsx'
import type { Pulse } from './open-pulse.ts'
import { CannotOpen, CountedBefore } from './outcomes.tsx'
import type { PageSender } from './page-sender.ts'
import { QuestionStep } from './question-step.tsx'
import { Review } from './review.tsx'
import { Sent } from './sent.tsx'
import { useAnswering } from './use-answering.ts'
import { usePulse } from './use-pulse.ts'

/** The survey page: promise, statements one by one, one look back, sent. */
export function AnswerPage({ wave, sender }: { wave: string; sender: PageSender }) {
  const { t } = useTexts()
  const { state, reload } = usePulse(wave)
  return (
    <Frame>
      {state.is === 'loading' && (
        <>
          <h1 className="visually-hidden">{t('answer.intro.title')}</h1>
          <Loading />
        </>
      )}
      {state.is === 'problem' && (
        <div className="outcome">
          <PageTitle title={t('answer.problem.title')} />
          <ProblemNotice error={state.error} onRetry={reload} />
        </div>
      )}
      {state.is === 'refused' && (
        <CannotOpen title={`answer.refused.${state.code}-title`} words={`answer.refused.${state.code}`} />
      )}
      {state.is === 'open' && <Steps pulse={state.pulse} sender={sender} />}
    </Frame>
  )
}

function Steps({ pulse, sender }: { pulse: Pulse; sender: PageSender }) {
  const { step, answers, comments, sending, begun, go, choose, write, send, retry } = useAnswering(
    pulse,
    sender,
  )
  const commented = commentedScales(pulse)
  const last = pulse.questions.length - 1
  switch (step.at) {
    case 'intro':
      return <Intro pulse={pulse} resumes={begun} onBegin={() => go(step.resumeAt)} />
    case 'question': {
      const question = pulse.questions[step.index]
      if (!question) return null
      const here = commented.find(({ after }) => after === question.id)
      return (
        <>
          <h1 className="visually-hidden">{pulse.invitation.label}</h1>
          <QuestionStep
            key={question.id}
            question={question}
            number={step.index + 1}
            count={last + 1}
            chosen={answers[question.id]}
            onChoose={(answer) => choose(question.id, answer)}
            onNext={() => go(step.fromReview ? last + 1 : step.index + 1)}
            onBack={() => go(step.index - 1)}
          >
            {here && (
              <CommentField
                commented={here}
                comment={comments[here.scale.id]}
                onWrite={(comment) => write(here.scale.id, comment)}
              />
            )}
          </QuestionStep>
        </>
      )
    }
    case 'review':
      return (
        <Review
          pulse={pulse}
          answers={answers}
          comments={comments}
          onChange={(index) => go(index, true)}
          onBack={() => go(last)}
          onSend={send}
        />
      )
    case 'sent':
      return <Sent pulse={pulse} sending={sending ?? { is: 'collecting' }} onRetry={retry} />
    case 'before':
      return <CountedBefore pulse={pulse} />
  }
}
