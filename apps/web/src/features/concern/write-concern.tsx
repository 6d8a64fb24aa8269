import { toBase64url } from '@chorus/ballot/base64url'
import { concernRoom } from '@chorus/ballot/concern-bytes'
import { drawSecret } from '@chorus/ballot/six-words'
import type { TrustedPersons } from '@chorus/contracts/concerns'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ownConcernsIn } from '../../lib/device/own-concerns.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tick } from '../../ui/tick.tsx'
import { WriteText } from '../../ui/write-text.tsx'
import { ChooseTrusted } from './choose-trusted.tsx'
import type { CollectedTickets } from './collect-tickets.ts'
import { Limits } from './limits.tsx'
import type { SentConcern } from './sent.tsx'
import { isUsedUp } from './used-up.ts'

type Props = { trusted: TrustedPersons; person: string; onSent: (sent: SentConcern) => void }

export function WriteConcern({ trusted, person, onSent }: Props) {
  const query = useQuery({
    queryKey: ['concern-tickets', person],
    queryFn: async () => (await import('./collect-tickets.ts')).collectTickets(person),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <Loaded query={query}>
      {(collected) => <WithTicket trusted={trusted} collected={collected} onSent={onSent} />}
    </Loaded>
  )
}

type WithTicketProps = Pick<Props, 'trusted' | 'onSent'> & { collected: CollectedTickets }

function WithTicket({ trusted, collected: { kept, isFresh }, onSent }: WithTicketProps) {
  const { t } = useTexts()
  const [only] = trusted.people.length === 1 ? trusted.people : []
  const [chosen, setChosen] = useState<string | null>(only?.id ?? null)
  const [missing, setMissing] = useState(false)
  const [keeps, setKeeps] = useState(false)
  // Drawn once: sent again after a lost connection, it is the same concern.
  const [secret] = useState(() => toBase64url(drawSecret()))
  const sending = useMutation({
    mutationFn: async (written: { trusted: string; text: string }) =>
      (await import('./raise-concern.ts')).raiseConcern(kept, { ...written, secret }),
    onSuccess: ({ readableOn }) => {
      if (keeps) ownConcernsIn().put({ id: secret, organisation: kept.organisation, readableOn })
      onSent({ secret, readableOn })
    },
  })
  return (
    <>
      <Notice title={t('concern.careful')}>
        <p>{t('concern.careful-words')}</p>
        <p>{t('concern.emergency')}</p>
        <Limits />
      </Notice>
      {isFresh && (
        <Notice>
          <p>{t('concern.fresh')}</p>
        </Notice>
      )}
      <Card>
        <ChooseTrusted trusted={trusted} chosen={chosen} onChoose={setChosen} />
        <WriteText
          label={t('concern.text')}
          hint={t('concern.text-hint')}
          send={t('concern.send')}
          busy={sending.isPending}
          space={concernRoom}
          rows={10}
          onSend={(text) => {
            setMissing(chosen === null)
            if (chosen !== null) sending.mutate({ trusted: chosen, text })
          }}
        >
          <Tick
            label={t('concern.keep')}
            hint={t('concern.keep-hint')}
            checked={keeps}
            onChange={(event) => setKeeps(event.currentTarget.checked)}
          />
        </WriteText>
        {missing && chosen === null && (
          <Notice tone="problem">
            <p>{t('concern.choose')}</p>
          </Notice>
        )}
        {sending.error && <Refused error={sending.error} />}
      </Card>
    </>
  )
}

/** What was written stays in its field. */
function Refused({ error }: { error: Error }) {
  const { t } = useTexts()
  if (!isUsedUp(error)) return <ProblemNotice error={error} />
  return (
    <Notice tone="problem">
      <p>{t('concern.no-ticket')}</p>
    </Notice>
  )
}
