import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { SentAnswers } from './api/send.ts'
import { draftOf, tabStorage } from './draft.ts'
import { finishedAnswers } from './finished-answers.ts'
import type { Comments } from './kept.ts'
import type { Pulse } from './open-pulse.ts'
import { loadBallotCode, type PageSender } from './page-sender.ts'
import type { SendState } from './sending.ts'

export type Step =
  | { at: 'intro'; resumeAt: number }
  | { at: 'question'; index: number; fromReview: boolean }
  | { at: 'review' }
  | { at: 'sent'; id: string }
  | { at: 'before' }

/** Where the reader stands, what was chosen, the draft that survives a reload, and how far the sending is. */
export function useAnswering(pulse: Pulse, sender: PageSender) {
  const { wave, ballotCollected } = pulse.invitation
  const draft = useMemo(() => draftOf(wave, tabStorage()), [wave])
  const [begun] = useState(() => draft.read())
  const [answers, setAnswers] = useState<SentAnswers>(() => begun?.answers ?? {})
  const latest = useRef(answers)
  const [comments, setComments] = useState<Comments>(() => begun?.comments ?? {})
  const latestComments = useRef(comments)
  const pressed = useRef(false)
  const [step, setStep] = useState<Step>(() =>
    ballotCollected ? { at: 'before' } : { at: 'intro', resumeAt: begun?.at ?? 0 },
  )

  // What was kept at an earlier visit goes first of all.
  const { person } = pulse
  useEffect(() => {
    let left = false
    void sender.resume(person).then((mine) => {
      const here = (kept: { wave: string }) => kept.wave === wave
      const found = mine.find(here) ?? (ballotCollected ? sender.kept.all().find(here) : undefined)
      if (found && !left) setStep({ at: 'sent', id: found.id })
    })
    return () => {
      left = true
    }
  }, [sender, person, wave, ballotCollected])

  const id = step.at === 'sent' ? step.id : ''
  const sending = useSyncExternalStore<SendState | undefined>(sender.onChange, () => sender.stateOf(id))

  function go(index: number, fromReview = false): void {
    // The ballot's code comes while the reader reads: it is needed at Send, and never before the first control works.
    void loadBallotCode().catch(() => undefined)
    keep(Math.max(0, index))
    if (index < 0) setStep({ at: 'intro', resumeAt: 0 })
    else if (index >= pulse.questions.length) setStep({ at: 'review' })
    else setStep({ at: 'question', index, fromReview })
  }

  function choose(item: string, answer: number | null): void {
    latest.current = { ...latest.current, [item]: answer }
    setAnswers(latest.current)
    keep(step.at === 'question' ? step.index : 0)
  }

  function write(scale: string, comment: Comments[string]): void {
    latestComments.current = { ...latestComments.current, [scale]: comment }
    setComments(latestComments.current)
    keep(step.at === 'question' ? step.index : 0)
  }

  function keep(at: number): void {
    draft.keep({ answers: latest.current, comments: latestComments.current, at })
  }

  async function send(): Promise<void> {
    if (pressed.current) return
    pressed.current = true
    const kept = await finishedAnswers(pulse, latest.current, latestComments.current)
    sender.kept.put(kept)
    draft.wipe()
    setStep({ at: 'sent', id: kept.id })
    await sender.send(kept.id)
  }

  return {
    step,
    answers,
    comments,
    sending,
    begun: begun !== undefined,
    go,
    choose,
    write,
    send: () => void send(),
    retry: () => void sender.send(id),
  }
}
