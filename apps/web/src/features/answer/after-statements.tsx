import type { Pulse } from './open-pulse.ts'
import { CountedBefore } from './outcomes.tsx'
import { Review } from './review.tsx'
import { Sent } from './sent.tsx'
import type { Answering } from './use-answering.ts'

export { CommentHints, CommentWords } from './comment-help.tsx'

/** What comes after the statements: the last look, and then where the answers are. Loaded while the reader reads. */
export function AfterStatements({ pulse, answering }: { pulse: Pulse; answering: Answering }) {
  const { steps, outcome, answers, comments, sending, send, retry } = answering
  if (outcome?.at === 'before') return <CountedBefore pulse={pulse} />
  if (outcome)
    return (
      <Sent
        pulse={pulse}
        sending={sending ?? { is: 'collecting' }}
        written={outcome.written}
        onRetry={retry}
      />
    )
  return (
    <Review
      pulse={pulse}
      answers={answers}
      comments={comments}
      onChange={(index) => steps.go(index, true)}
      onBack={() => steps.go(pulse.questions.length - 1)}
      onSend={send}
    />
  )
}
