import type { ReactNode } from 'react'
import { localised } from '../../../lib/i18n/localised.ts'
import type { MessageId } from '../../../lib/i18n/message-id.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { becauseWords } from './because-words.ts'
import type { GuideQuestion } from './topics.ts'

type Props = {
  question: GuideQuestion
  /** What stands below, given the question in words. */
  children: (words: string) => ReactNode
}

/** A question, the statement it comes from, and why that one. */
export function QuestionCard({ question, children }: Props) {
  const { t, locale } = useTexts()
  const { because } = question
  const words = t(askOf(question))
  const text = because && localised(because.item.text, locale)
  return (
    <Card as="li">
      {because && text && (
        <div className="stack stack-tight">
          <p className="small soft">{localised(because.scale.name, locale).text}</p>
          <p>
            <q lang={text.lang} dir={text.dir}>
              {text.text}
            </q>
            {because.item.reversed && <span className="small soft"> {t('report.reversed')}</span>}
          </p>
          <p className="small">{becauseWords(because, t, locale)}</p>
        </div>
      )}
      <p className="guide-question">{words}</p>
      <div className="guide-screen">{children(words)}</div>
    </Card>
  )
}

function askOf({ topic, ask }: GuideQuestion): MessageId {
  return ask === 'strength' ? 'guide.strength' : `guide.topic.${topic}.ask-${ask}`
}
