import { useRef } from 'react'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { type Chosen, hasWords, type Question } from './questions.ts'
import './answer-options.css'

type Props = {
  question: Question
  chosen: Chosen
  onChoose: (answer: number | null) => void
  onPointed: () => void
}

/** Native radio buttons: a list under each other on a phone, a row on a wide screen. */
export function AnswerOptions({ question, chosen, onChoose, onPointed }: Props) {
  const { t } = useTexts()
  // A press of an arrow key also clicks the radio it moves to; only a pointer press before the click is a touch.
  const pointed = useRef(false)
  const option = (value: number | null, label: string, className: string) => (
    <label
      key={value ?? 'none'}
      className={`option ${className}`}
      onPointerDown={() => {
        pointed.current = true
      }}
    >
      <input
        type="radio"
        name={question.id}
        value={value ?? ''}
        checked={chosen === value}
        onChange={() => onChoose(value)}
        onClick={() => {
          if (pointed.current) onPointed()
          pointed.current = false
        }}
      />
      {value !== null && (
        <span className="option-number" aria-hidden={hasWords(question) || undefined}>
          {value}
        </span>
      )}
      <span className="option-words">{label}</span>
    </label>
  )
  return (
    <>
      <div className={`options ${hasWords(question) ? 'options-words' : 'options-numbers'}`}>
        {question.points.map((point) => option(point, wordsFor(question, point, t), 'option-point'))}
      </div>
      {option(null, t('answer.question.rather-not'), 'option-none')}
    </>
  )
}

function wordsFor(question: Question, point: number, t: (id: MessageId) => string): string {
  if (hasWords(question)) return t(sevenPoints[point - 1] ?? 'answer.point.4')
  if (point === question.points[0]) return t('answer.point.1')
  if (point === question.points.at(-1)) return t('answer.point.7')
  return ''
}

const sevenPoints: readonly MessageId[] = [
  'answer.point.1',
  'answer.point.2',
  'answer.point.3',
  'answer.point.4',
  'answer.point.5',
  'answer.point.6',
  'answer.point.7',
]
