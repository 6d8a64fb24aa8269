import type { Comment } from '@chorus/ballot/comment-bytes'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { ownCommentsIn } from '../../lib/device/own-comments.ts'
import type { SentAnswers } from './api/send.ts'
import { type Draft, draftOf, tabStorage } from './draft.ts'
import { finishedAnswers } from './finished-answers.ts'
import type { Comments, Kept } from './kept.ts'
import type { Pulse } from './open-pulse.ts'
import type { PageSender } from './page-sender.ts'
import type { SendState } from './sending.ts'
import { useSteps } from './use-steps.ts'

/** `written`: comments that may be answered; `secret` where the device keeps none of it, to be written down. */
type Outcome = { at: 'sent'; id: string; written?: { secret: string | null } } | { at: 'before' }

/**
 * Where the reader stands, what was chosen, the draft that survives a reload, and how far the sending is.
 * @param startAt the statement that the reader reached before the script came
 */
export function useAnswering(pulse: Pulse, sender: PageSender, startAt: number | undefined) {
  const { wave, ballotCollected } = pulse.invitation
  const draft = useMemo(() => draftOf(wave, tabStorage()), [wave])
  const [begun] = useState(() => draft.read())
  const [answers, setAnswers] = useState<SentAnswers>(() => begun?.answers ?? {})
  const [comments, setComments] = useState<Comments>(() => begun?.comments ?? {})
  const latest = useRef<Draft>(begun ?? { answers: {}, comments: {}, at: 0, shared: false })
  const pressed = useRef(false)
  const [shared, setShared] = useState(latest.current.shared)
  const [outcome, setOutcome] = useState<Outcome | undefined>(ballotCollected ? { at: 'before' } : undefined)
  const steps = useSteps(
    pulse.questions.length,
    startAt === undefined || !pulse.questions[startAt]
      ? { at: 'intro', moved: false }
      : { at: 'question', index: startAt, fromReview: false, moved: false },
    (at) => keep({ at }),
  )

  // What was kept at an earlier visit goes first of all.
  const { person } = pulse
  useEffect(() => {
    let left = false
    void sender.resume(person).then((mine) => {
      const here = (kept: { wave: string }) => kept.wave === wave
      const found = mine.find(here) ?? (ballotCollected ? sender.kept.all().find(here) : undefined)
      if (found && !left) setOutcome({ at: 'sent', id: found.id })
    })
    return () => {
      left = true
    }
  }, [sender, person, wave, ballotCollected])

  const id = outcome?.at === 'sent' ? outcome.id : ''
  const sending = useSyncExternalStore<SendState | undefined>(sender.onChange, () => sender.stateOf(id))

  function keep(changed: Partial<Draft>): void {
    latest.current = { ...latest.current, ...changed }
    draft.keep(latest.current)
  }

  function choose(item: string, answer: number | null): void {
    keep({ answers: { ...latest.current.answers, [item]: answer } })
    setAnswers(latest.current.answers)
  }

  function write(scale: string, comment: Comment): void {
    keep({ comments: { ...latest.current.comments, [scale]: comment } })
    setComments(latest.current.comments)
  }

  async function send(): Promise<void> {
    if (pressed.current) return
    pressed.current = true
    const kept = await finishedAnswers(pulse, latest.current.answers, latest.current.comments)
    sender.kept.put(kept)
    draft.wipe()
    setOutcome({ at: 'sent', id: kept.id, ...mayBeAnswered(kept, latest.current.shared) })
    await sender.send(kept.id)
  }

  return {
    steps,
    outcome,
    answers,
    comments,
    sending,
    resumeAt: begun?.at,
    shared,
    share: (now: boolean) => {
      keep({ shared: now })
      setShared(now)
    },
    forget: draft.wipe,
    choose,
    write,
    send: () => void send(),
    retry: () => void sender.send(id),
  }
}
/** Where something was written the device keeps what answers are read with, unless others use it too. */
function mayBeAnswered({ id, wave, label, secret = '', comments = {} }: Kept, shared: boolean) {
  if (Object.values(comments).every(({ text }) => text === '')) return undefined
  if (!shared) ownCommentsIn().put({ id, wave, label, secret })
  return { written: { secret: shared ? secret : null } }
}

export type Answering = ReturnType<typeof useAnswering>
