import { useEffect, useRef } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { AnswerOptions } from './answer-options.tsx'
import type { Chosen, Question } from './questions.ts'
import { useAnswerKeys } from './use-answer-keys.ts'
import './question-step.css'

type Props = {
  question: Question
  number: number
  count: number
  chosen: Chosen
  onChoose: (answer: number | null) => void
  onNext: () => void
  onBack: () => void
}

/** One statement. A choice made by touch or mouse goes on by itself, gently; the keyboard goes on with Enter. */
export function QuestionStep({ question, number, count, chosen, onChoose, onNext, onBack }: Props) {
  const { t, locale } = useTexts()
  const group = useRef<HTMLFieldSetElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    group.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
    return () => clearTimeout(waiting.current)
  }, [])
  const goOnSoon = () => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(onNext, 320)
  }
  useAnswerKeys(question.points, {
    choose: (answer) => {
      onChoose(answer)
      goOnSoon()
    },
    next: onNext,
  })
  const statement = localised(question.text, locale)
  return (
    <div className="question">
      <div className="question-progress">
        <p id="question-number">{t('answer.question.number', { number, count })}</p>
        <progress
          max={count}
          value={number - (chosen === undefined ? 1 : 0)}
          aria-labelledby="question-number"
        />
      </div>
      <fieldset ref={group} className="question-group" tabIndex={-1}>
        <legend lang={statement.lang} dir={statement.dir}>
          {statement.text}
        </legend>
        <AnswerOptions question={question} chosen={chosen} onChoose={onChoose} onPointed={goOnSoon} />
      </fieldset>
      <div className="question-foot">
        <Button onClick={onBack}>{t('answer.question.back')}</Button>
        <Button look={chosen === undefined ? 'plain' : 'main'} onClick={onNext}>
          {t(chosen === undefined ? 'answer.question.skip' : 'answer.question.next')}
        </Button>
      </div>
      <p className="question-keys small soft">{t('answer.question.keys')}</p>
    </div>
  )
}
