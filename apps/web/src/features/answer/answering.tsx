import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import type { SentAnswers } from './api/send.ts'
import { type Asked, inScales } from './questions.ts'
import { Statement, statementId } from './statement.tsx'
import { useAnswerKeys } from './use-answer-keys.ts'
import type { Steps } from './use-steps.ts'
import './answering.css'

type Props = {
  asked: Asked
  steps: Steps
  answers: SentAnswers
  onChoose: (item: string, answer: number | null) => void
  /** Before the script has come: the browser alone shows, moves and keeps what is chosen. */
  native?: boolean
  /** Room for a comment on a scale; null where it takes none. */
  roomAfter?: (scale: string) => ReactNode
  /** The promise, first of all. */
  children: ReactNode
}

/**
 * The promise and all statements: one after the other on a phone, the page at once on a wide screen. Which of them a phone shows is
 * the style's work, so that the same elements serve both, and serve before the script has come.
 */
export function Answering({ asked, steps, answers, onChoose, native = false, roomAfter, children }: Props) {
  const { t } = useTexts()
  const { step, go, reach } = steps
  const page = useRef<HTMLDivElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const count = asked.questions.length
  const index = step.at === 'question' ? step.index : undefined
  const fromReview = step.at === 'question' && step.fromReview

  useLayoutEffect(() => {
    if (page.current && step.at !== 'review' && step.moved) focusOn(page.current, index)
    return () => clearTimeout(waiting.current)
  }, [step])

  const next = (from: number) => go(fromReview ? count : from + 1)
  /** There may be more to write: then the choice does not go on by itself. */
  const endsInRoom = (at: number) => {
    const scale = asked.questions[at]?.scale
    return scale !== undefined && asked.questions[at + 1]?.scale !== scale && Boolean(roomAfter?.(scale))
  }
  /** A phone shows the choice for a moment before it goes on; a wide screen shows it anyway, and goes on when told to. */
  const goOnSoon = (from: number) => {
    clearTimeout(waiting.current)
    if (!isWide() && !endsInRoom(from)) waiting.current = setTimeout(() => next(from), 320)
  }
  const goOnByKey = (from: number) => {
    if (!isWide() || fromReview || from + 1 < count) next(from)
    else page.current?.querySelector<HTMLElement>('.statements-end button')?.focus()
  }
  const question = index === undefined ? undefined : asked.questions[index]
  useAnswerKeys(question?.points ?? [], {
    choose: (answer) => {
      if (question === undefined || index === undefined) return
      onChoose(question.id, answer)
      if (endsInRoom(index)) return
      if (isWide()) goOnByKey(index)
      else goOnSoon(index)
    },
    next: () => index !== undefined && goOnByKey(index),
  })

  return (
    <div ref={page} className="answering" data-at={step.at} data-review={fromReview || undefined}>
      <div className="answering-intro" id="intro">
        {children}
      </div>
      <h1 className="answering-title visually-hidden">{asked.label}</h1>
      {/* Nothing here may be sent by the browser itself: answers would stand in an address. */}
      <form
        className="statements"
        method="dialog"
        autoComplete="off"
        aria-label={t('answer.statements')}
        onSubmit={(event) => event.preventDefault()}
      >
        <button type="submit" disabled hidden />
        <Progress done={asked.questions.filter(({ id }) => answers[id] !== undefined).length} count={count} />
        {inScales(asked.questions).map(({ scale, statements }) => (
          <div className="scale" key={scale}>
            {statements.map(({ question: one, number }, at) => (
              <Statement
                key={one.id}
                question={one}
                number={number}
                count={count}
                chosen={answers[one.id]}
                isCurrent={index === number - 1}
                fromReview={fromReview}
                native={native}
                onChoose={(answer) => onChoose(one.id, answer)}
                onPointed={() => goOnSoon(number - 1)}
                onReach={() => reach(number - 1)}
                onNext={() => next(number - 1)}
                onBack={() => go(number - 2)}
              >
                {at === statements.length - 1 && roomAfter?.(scale)}
              </Statement>
            ))}
          </div>
        ))}
        <div className="statements-end">
          <p className="statements-keys small soft">{t('answer.question.keys')}</p>
          {!native && (
            <Button look="main" onClick={() => go(count)}>
              {t('answer.statements.review')}
            </Button>
          )}
        </div>
      </form>
    </div>
  )
}

function Progress({ done, count }: { done: number; count: number }) {
  const { t } = useTexts()
  return (
    <div className="statements-progress">
      <p id="statements-done">{t('answer.statements.done', { done, count })}</p>
      <progress max={count} value={done} aria-labelledby="statements-done" />
    </div>
  )
}

/** The same width at which the style shows all statements at once. */
function isWide(): boolean {
  return matchMedia('(min-width: 48rem)').matches
}

function focusOn(page: HTMLElement, index: number | undefined): void {
  if (index === undefined) page.querySelector<HTMLElement>('#intro h1')?.focus()
  else {
    const group = page.querySelector<HTMLElement>(`#${statementId(index + 1)}`)
    group?.focus({ preventScroll: true })
    if (isWide()) group?.scrollIntoView({ block: 'center' })
    else window.scrollTo({ top: 0 })
  }
}
