import { toBase64url } from '@chorus/ballot/base64url'
import { writeText } from '@chorus/ballot/padded-text'
import type { SealedConcernAnswers } from '@chorus/contracts/concerns'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { showDay, showWeekday } from '../../lib/format/dates.ts'
import { concernStateWords } from '../../lib/i18n/concern-state.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Said } from '../../ui/said.tsx'
import { WriteText } from '../../ui/write-text.tsx'
import { sendConcernReply } from './api/concern.ts'
import type { OpenedMessage } from './raise-concern.ts'

type Props = { secret: string; organisation: string; sealed: SealedConcernAnswers }

/** What opens with one key, and room for a reply to the newest. */
export function Conversation({ secret, organisation, sealed }: Props) {
  const { t } = useTexts()
  const query = useQuery({
    queryKey: ['concern-conversation', organisation, secret, sealed.answers.length],
    queryFn: async () => (await import('./raise-concern.ts')).openMessages(secret, organisation, sealed),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  return (
    <Loaded query={query}>
      {(messages) => {
        const newest = messages.at(-1)
        if (!newest) return <p className="measure">{t('concern.nothing')}</p>
        return (
          <div className="stack">
            {messages.map((message) => (
              <Message key={message.id} message={message} />
            ))}
            <Reply key={newest.id} organisation={organisation} message={newest} />
          </div>
        )
      }}
    </Loaded>
  )
}

function Message({ message }: { message: OpenedMessage }) {
  const { t, locale } = useTexts()
  const { office } = message
  return (
    <Said
      facts={[
        t(concernStateWords[message.state]),
        message.by === 'trusted' ? office : t('concern.by-escalation', { office }),
        showDay(message.day, locale),
      ]}
      text={message.text}
      isOther
    />
  )
}

function Reply({ organisation, message }: { organisation: string; message: OpenedMessage }) {
  const { t, locale } = useTexts()
  const [day, setDay] = useState<string>()
  const sending = useMutation({
    mutationFn: (text: string) =>
      sendConcernReply(organisation, {
        message: message.id,
        ticket: message.ticket,
        text: toBase64url(writeText(text)),
      }),
    onSuccess: ({ readableOn }) => setDay(readableOn),
  })
  if (day) return <Notice tone="good">{t('concern.sent', { day: showWeekday(day, locale) })}</Notice>
  return (
    <>
      <WriteText
        label={t('replies.reply-label')}
        hint={t('concern.reply-hint')}
        send={t('replies.send')}
        busy={sending.isPending}
        onSend={sending.mutate}
      />
      {sending.error && <ProblemNotice error={sending.error} />}
    </>
  )
}
