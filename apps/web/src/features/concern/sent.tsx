import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { showWeekday } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SixWords } from '../../ui/six-words.tsx'

/** `secret`: base64url, see `@chorus/ballot/six-words`. `readableOn`: ISO day. */
export type SentConcern = { readonly secret: string; readonly readableOn: string }

/** What a sender takes along: the six words, and where they open the answers. */
export function Sent({ sent, organisation }: { sent: SentConcern; organisation: string }) {
  const { t, locale } = useTexts()
  const id = useId()
  return (
    <>
      <Notice tone="good">
        <p>{t('concern.sent', { day: showWeekday(sent.readableOn, locale) })}</p>
      </Notice>
      <Card labelledBy={id}>
        <h2 id={id}>{t('concern.words')}</h2>
        <p className="measure">{t('concern.words-hint')}</p>
        <SixWords secret={sent.secret} />
        <p>
          {t('concern.where')}{' '}
          <Link to="/concern/$organisation" params={{ organisation }}>
            <span dir="ltr">{`${location.host}/concern/${organisation}`}</span>
          </Link>
        </p>
      </Card>
    </>
  )
}
