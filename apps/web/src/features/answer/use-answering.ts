import { makeOneTimeToken } from '@chorus/ballot/one-time-token'
import { useEffect, useMemo, useRef, useState } from 'react'
import { collectBallot } from './api/ballot.ts'
import { type SentAnswers, sendBallot } from './api/send.ts'
import { draftsOf, type KeyValue } from './draft.ts'
import type { Pulse } from './open-pulse.ts'
import { type SendRefused, sendAnswers, sendLeftBehind } from './send-answers.ts'

export type Step =
  | { at: 'intro'; resumeAt: number }
  | { at: 'question'; index: number; fromReview: boolean }
  | { at: 'review' }
  | { at: 'sending' }
  | { at: 'not-sent'; refused: SendRefused }
  | { at: 'counted'; before: boolean }

/** Where the reader stands, what was chosen, and the draft that survives a reload. */
export function useAnswering(wave: string, pulse: Pulse) {
  const drafts = useMemo(
    () =>
      draftsOf(
        wave,
        storage(() => sessionStorage),
        storage(() => localStorage),
      ),
    [wave],
  )
  const [draft] = useState(() => drafts.draft.read())
  const [answers, setAnswers] = useState<SentAnswers>(() => draft?.answers ?? {})
  const latest = useRef(answers)
  const { ballotCollected, cohort } = pulse.invitation
  // What lies on this device while the reader has no ballot yet is somebody else's.
  const leftBehind = useRef(!ballotCollected)
  const [step, setStep] = useState<Step>(() => {
    if (!ballotCollected) return { at: 'intro', resumeAt: draft?.at ?? 0 }
    return drafts.unsent.read() ? { at: 'sending' } : { at: 'counted', before: true }
  })

  function go(index: number, fromReview = false): void {
    drafts.draft.keep({ answers: latest.current, at: Math.max(0, index) })
    if (index < 0) setStep({ at: 'intro', resumeAt: 0 })
    else if (index >= pulse.questions.length) setStep({ at: 'review' })
    else setStep({ at: 'question', index, fromReview })
  }

  function choose(id: string, answer: number | null): void {
    latest.current = { ...latest.current, [id]: answer }
    setAnswers(latest.current)
    drafts.draft.keep({ answers: latest.current, at: step.at === 'question' ? step.index : 0 })
  }

  async function send(): Promise<void> {
    setStep({ at: 'sending' })
    if (leftBehind.current) {
      const before = await sendLeftBehind(wave, drafts, sendBallot)
      if (before.outcome === 'refused') return setStep({ at: 'not-sent', refused: before })
      leftBehind.current = false
    }
    const given = whole(pulse, latest.current)
    const outcome = await sendAnswers(wave, cohort.id, given, drafts, {
      makeToken: makeOneTimeToken,
      collectBallot,
      sendBallot,
    })
    if (outcome.outcome === 'counted') setStep({ at: 'counted', before: false })
    else if (outcome.code === 'ballot-already-collected') setStep({ at: 'counted', before: true })
    else setStep({ at: 'not-sent', refused: outcome })
  }

  // Answers that were on their way when the page was left go first of all.
  const resumed = useRef(false)
  useEffect(() => {
    if (step.at !== 'sending' || resumed.current) return
    resumed.current = true
    if (ballotCollected) void send()
  })

  return { step, answers, begun: draft !== undefined, go, choose, send: () => void send() }
}

/** Every item is sent, so that the length of an answer says nothing: what was not answered is null. */
function whole(pulse: Pulse, answers: SentAnswers): SentAnswers {
  return Object.fromEntries(pulse.questions.map(({ id }) => [id, answers[id] ?? null]))
}

function storage(get: () => KeyValue): KeyValue | undefined {
  try {
    return get()
  } catch {
    return undefined
  }
}
