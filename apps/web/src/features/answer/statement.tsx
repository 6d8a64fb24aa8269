import type { ReactNode } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { AnswerOptions } from './answer-options.tsx'
import type { Chosen, Question } from './questions.ts'
import './statement.css'

type Props = {
  question: Question
  number: number
  count: number
  chosen: Chosen
  isCurrent: boolean
  /** Where the reader came from the last look: Next leads back to it. */
  fromReview: boolean
  /** Before the script has come: the ways on are links inside the page. */
  native: boolean
  onChoose: (answer: number | null) => void
  onPointed: () => void
  onReach: () => void
  onNext: () => void
  onBack: () => void
  /** Below the answers. */
  children?: ReactNode
}

/** One statement with its answers: alone on a phone, one of a page on a wide screen. */
export function Statement(props: Props) {
  const { question, number, count, chosen, isCurrent, onChoose, onPointed, onReach } = props
  const { t, locale } = useTexts()
  const statement = localised(question.text, locale)
  return (
    <div className={isCurrent ? 'statement is-current' : 'statement'}>
      {/* The address leads to the group, so that the browser alone moves the focus there too. */}
      <fieldset id={statementId(number)} className="statement-group" tabIndex={-1} onFocus={onReach}>
        <legend>
          <span className="statement-number">{t('answer.question.number', { number, count })}</span>{' '}
          <span lang={statement.lang} dir={statement.dir}>
            {statement.text}
          </span>
        </legend>
        <AnswerOptions question={question} chosen={chosen} onChoose={onChoose} onPointed={onPointed} />
      </fieldset>
      {props.children}
      <div className="statement-foot">{props.native ? <Links {...props} /> : <Buttons {...props} />}</div>
    </div>
  )
}

export function statementId(number: number): string {
  return `statement-${number}`
}

function Buttons({ chosen, fromReview, onBack, onNext }: Props) {
  const { t } = useTexts()
  const next = chosen === undefined ? 'answer.question.skip' : 'answer.question.next'
  return (
    <>
      <Button onClick={onBack}>{t('answer.question.back')}</Button>
      <Button look={chosen === undefined ? 'plain' : 'main'} onClick={onNext}>
        {t(fromReview ? 'answer.question.done' : next)}
      </Button>
    </>
  )
}

function Links({ number, count }: Props) {
  const { t } = useTexts()
  return (
    <>
      <a className={buttonClass('plain')} href={number > 1 ? `#${statementId(number - 1)}` : '#intro'}>
        {t('answer.question.back')}
      </a>
      {number < count ? (
        <a className={buttonClass('plain')} href={`#${statementId(number + 1)}`}>
          {t('answer.question.next')}
        </a>
      ) : (
        <span>{t('answer.native.wait')}</span>
      )}
    </>
  )
}
