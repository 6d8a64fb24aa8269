import { toBase64url } from '@chorus/ballot/base64url'
import { writeText } from '@chorus/ballot/padded-text'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { deviceStorage } from '../../lib/device/list.ts'
import { type SentReply, sentRepliesIn } from '../../lib/device/sent-replies.ts'
import { showWeekday } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { WriteText } from '../../ui/write-text.tsx'
import { sendReply } from './api/sealed-answers.ts'
import type { OpenedAnswer } from './open-answers.ts'

/** Room for the one reply to an answer; afterwards, when it can be read. */
export function Reply({ wave, answer, keeps }: { wave: string; answer: OpenedAnswer; keeps: boolean }) {
  const { t, locale } = useTexts()
  const [sent, setSent] = useState<SentReply | undefined>(() =>
    sentRepliesIn(keeps ? deviceStorage() : undefined).find(answer.id),
  )
  const sending = useMutation({
    mutationFn: (text: string) =>
      sendReply(wave, { answer: answer.id, ticket: answer.ticket, text: toBase64url(writeText(text)) }),
    onSuccess: ({ readableOn }) => {
      const reply = { id: answer.id, readableOn }
      if (keeps) sentRepliesIn(deviceStorage()).put(reply)
      setSent(reply)
    },
  })
  if (sent)
    return <Notice tone="good">{t('replies.sent', { day: showWeekday(sent.readableOn, locale) })}</Notice>
  return (
    <>
      <WriteText
        label={t('replies.reply-label')}
        hint={t('replies.reply-hint')}
        send={t('replies.send')}
        busy={sending.isPending}
        onSend={sending.mutate}
      />
      {sending.error && <ProblemNotice error={sending.error} />}
    </>
  )
}
