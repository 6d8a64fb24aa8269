import type { Conversations } from '@chorus/contracts/replies'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { showWeekday } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { WriteText } from '../../ui/write-text.tsx'
import { answerComment, conversationsQuery } from './api/conversations.ts'
import type { ShownComment } from './comment-groups.ts'
import { CommentText } from './comment-text.tsx'
import './conversation.css'

type Props = ShownComment & {
  /** Of this comment alone, oldest first. */
  answers: Conversations['answers']
  unit: string
  wave: string
}

/** One comment with what the reader's office answered, what its author replied, and a way to answer. */
export function Conversation({ comment, pieces, because, answers, unit, wave }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [open, setOpen] = useState(false)
  const client = useQueryClient()
  const answering = useMutation({
    mutationFn: (text: string) => answerComment(comment.id, text),
    onSuccess: async () => {
      await client.invalidateQueries(conversationsQuery(unit, wave))
      setOpen(false)
    },
  })
  return (
    <li className="conversation">
      <CommentText id={id} pieces={pieces} because={because} />
      {answers.map((answer, place) => (
        // Answers of one day have no order of their own, and none is ever taken away.
        <Answer key={place} answer={answer} />
      ))}
      {comment.answerable && !open && (
        <div>
          <Button aria-describedby={id} onClick={() => setOpen(true)}>
            {t('replies.answer')}
          </Button>
        </div>
      )}
      {open && (
        <>
          <WriteText
            label={t('replies.answer-label')}
            hint={t('replies.answer-hint')}
            send={t('replies.answer-send')}
            busy={answering.isPending}
            onSend={answering.mutate}
          />
          {answering.error && <ProblemNotice error={answering.error} />}
        </>
      )}
    </li>
  )
}

function Answer({ answer }: { answer: Conversations['answers'][number] }) {
  const { t, locale } = useTexts()
  const day = showWeekday(answer.readableOn, locale)
  return (
    <div className="conversation-answer">
      <p className="small soft">
        {answer.unit === null ? t('replies.from-hr') : t('replies.from-manager', { unit: answer.unit })}
      </p>
      <p className="conversation-text" dir="auto">
        {answer.text}
      </p>
      <p className="small soft">
        {t(answer.isReadable ? 'replies.readable-since' : 'replies.readable-from', { day })}
      </p>
      {answer.reply !== null && (
        <div className="conversation-reply">
          <p className="small soft">{t('replies.authors-reply')}</p>
          <p className="conversation-text" dir="auto">
            {answer.reply}
          </p>
        </div>
      )}
    </div>
  )
}
