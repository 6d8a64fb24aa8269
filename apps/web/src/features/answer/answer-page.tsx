import { useEffect, useLayoutEffect, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Answering } from './answering.tsx'
import { CannotOpen } from './cannot-open.tsx'
import { CommentRoom } from './comment-room.tsx'
import { commentedScales } from './commented.ts'
import { DraftIdle } from './draft-idle.tsx'
import { Frame } from './frame.tsx'
import { Intro } from './intro.tsx'
import type { Pulse } from './open-pulse.ts'
import type { PageSender } from './page-sender.ts'
import { askedBy } from './questions.ts'
import { useAfterStatements } from './use-after-statements.ts'
import { useAnswering } from './use-answering.ts'
import { type PulseState, usePulse } from './use-pulse.ts'

type Props = {
  wave: string
  sender: PageSender
  /** How opening the pulse ended, where the server's form stood in for it meanwhile. */
  first?: PulseState | undefined
  /** The page takes over elements of the server's: its first drawing has to be the same as theirs. */
  takesOver?: boolean
  /** The statement that the reader reached in the server's form. */
  startAt?: number | undefined
}

/** The survey page: promise, statements, one look back, sent. */
export function AnswerPage({ wave, sender, first, takesOver = false, startAt }: Props) {
  const { t } = useTexts()
  const { state, reload } = usePulse(wave, first)
  const [native, setNative] = useState(takesOver)
  useLayoutEffect(() => setNative(false), [])
  // The address has led through the server's form. Taken away before, it would hide the statement and lose the focus.
  useEffect(() => {
    if (!native && location.hash) history.replaceState(null, '', location.pathname)
  }, [native])
  return (
    <Frame native={native}>
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
      {state.is === 'open' && <Steps pulse={state.pulse} sender={sender} native={native} startAt={startAt} />}
    </Frame>
  )
}

type StepsProps = { pulse: Pulse; sender: PageSender; native: boolean; startAt: number | undefined }

function Steps({ pulse, sender, native, startAt }: StepsProps) {
  const answering = useAnswering(pulse, sender, startAt)
  const after = useAfterStatements()
  const { steps, outcome, answers, comments, resumeAt, shared } = answering
  const asked = askedBy(pulse.manifest, pulse.invitation.minutes)
  const commented = commentedScales(pulse)
  const isAfter = !native && (outcome !== undefined || steps.step.at === 'review')
  return (
    <>
      {isAfter && (after ? <after.AfterStatements pulse={pulse} answering={answering} /> : <Loading />)}
      {!isAfter && (
        <Answering
          asked={asked}
          steps={native ? { ...steps, step: { at: 'intro', moved: false } } : steps}
          answers={answers}
          onChoose={answering.choose}
          native={native}
          roomAfter={(scale) => {
            const own = commented.find((one) => one.scale.id === scale)
            const room = native ? asked.commented.find(({ id }) => id === scale) : own?.scale
            if (!room) return null
            return (
              <CommentRoom
                scale={room}
                commented={own}
                comment={comments[scale]}
                onWrite={(comment) => answering.write(scale, comment)}
                native={native}
                help={after}
              />
            )
          }}
        >
          <Intro
            asked={asked}
            pulse={native ? undefined : pulse}
            resumes={resumeAt !== undefined && !native}
            onBegin={() => steps.go(resumeAt ?? 0)}
            device={{ shared, onShared: answering.share }}
          />
        </Answering>
      )}
      {shared && !outcome && <DraftIdle forget={answering.forget} />}
    </>
  )
}
