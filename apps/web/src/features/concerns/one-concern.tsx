import type { ConcernAnswerRequest, OpenedConcern } from '@chorus/contracts/concerns'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { concernStateWords } from '../../lib/i18n/concern-state.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Said } from '../../ui/said.tsx'
import { WriteText } from '../../ui/write-text.tsx'
import { answerConcern, concernsQuery, readConcern } from './api/concerns.ts'
import './one-concern.css'

/** What a concern says, what was said since, and room for the next word to its sender. */
export function OneConcern({ id }: { id: string }) {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['concern', id],
    queryFn: async () => {
      const opened = await readConcern(id)
      void client.invalidateQueries({ queryKey: concernsQuery.queryKey })
      return opened
    },
    retry: false,
    gcTime: 0,
  })
  return (
    <Loaded query={query}>
      {(concern) => (
        <>
          <p className="one-concern-text as-written" dir="auto">
            {concern.text}
          </p>
          <Messages concern={concern} />
          <Say concern={concern} />
        </>
      )}
    </Loaded>
  )
}

function Messages({ concern }: { concern: OpenedConcern }) {
  const { t, locale } = useTexts()
  const nameOf = {
    sender: t('concerns.sender'),
    trusted: concern.office,
    escalation: t('concerns.escalation'),
  }
  return (
    <ol className="stack">
      {concern.messages.map(({ id, by, day, text, state }) => (
        <li key={id}>
          <Said
            facts={[state && t(concernStateWords[state]), nameOf[by], showDay(day, locale)]}
            text={text}
            isOther={by === 'sender'}
          />
        </li>
      ))}
    </ol>
  )
}

const next = ['in work', 'read', 'closed'] as const

function Say({ concern }: { concern: OpenedConcern }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [state, setState] = useState<ConcernAnswerRequest['state']>('in work')
  const saying = useMutation({
    mutationFn: (text: string) => answerConcern(concern.id, { state, text }),
    onSuccess: async (opened) => {
      client.setQueryData(['concern', concern.id], opened)
      await client.invalidateQueries({ queryKey: concernsQuery.queryKey })
    },
  })
  return (
    <>
      <Choice
        label={t('concerns.state')}
        value={state}
        options={next.map((one) => [one, t(concernStateWords[one])])}
        onChange={(event) => setState(next.find((one) => one === event.currentTarget.value) ?? 'in work')}
      />
      <WriteText
        key={concern.messages.length}
        label={t('concerns.say')}
        hint={t('concerns.say-hint')}
        send={t('replies.answer-send')}
        busy={saying.isPending}
        onSend={saying.mutate}
      />
      {saying.error && <ProblemNotice error={saying.error} />}
    </>
  )
}
