import type { MailsOfWave } from '@chorus/contracts/mail'
import type { Wave } from '@chorus/contracts/programme'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { isSending, mailsQuery } from './api/mails.ts'
import { ConfirmMails } from './confirm-mails.tsx'
import { RefusedMails } from './refused-mails.tsx'

/** Invitations and reminders of an open wave: how far they are, and the one step that comes next. */
export function WaveMails({ wave }: { wave: Wave }) {
  const { t } = useTexts()
  return (
    <section className="stack" aria-labelledby={`mails-${wave.id}`}>
      <h4 id={`mails-${wave.id}`}>{t('mails.title')}</h4>
      <Loaded query={useQuery(mailsQuery(wave.id))}>
        {(mails) => (mails.setUp ? <Mails wave={wave} mails={mails} /> : <NotSetUp />)}
      </Loaded>
    </section>
  )
}

function NotSetUp() {
  const { t } = useTexts()
  return (
    <>
      <p className="measure">{t('mails.not-set-up')}</p>
      <p>
        <code className="wave-command">chorus sign-in-link --email name@example.org</code>
      </p>
    </>
  )
}

function Mails({ wave, mails }: { wave: Wave; mails: MailsOfWave }) {
  const { t, locale } = useTexts()
  const [confirming, setConfirming] = useState<'invitation' | 'reminder' | null>(null)
  const { invitation, reminders, remindersTo, refused, remindersLeft, trouble } = mails
  const shown = (count: number) => new Intl.NumberFormat(locale).format(count)
  const next = invitation === null ? 'invitation' : remindersLeft > 0 ? 'reminder' : null
  return (
    <>
      {invitation === null ? (
        <p>{t('mails.none')}</p>
      ) : (
        <ul className="stack stack-tight" aria-live="polite">
          <li>
            {t('mails.invited', {
              sent: shown(invitation.people - invitation.left - invitation.dropped - refused.length),
              people: shown(invitation.people),
            })}
          </li>
          {reminders.map(({ people: reminded, left }, index) => (
            <li key={index}>
              {remindersTo === 'not-collected'
                ? t('mails.reminded-some', { round: index + 1, state: left === 0 ? 'done' : 'sending' })
                : t('mails.reminded', {
                    round: index + 1,
                    sent: shown(reminded - (left ?? 0)),
                    people: shown(reminded),
                  })}
            </li>
          ))}
          {[invitation, ...reminders].map(
            ({ dropped }, index) =>
              dropped > 0 && <li key={index}>{t('mails.dropped', { count: dropped })}</li>,
          )}
        </ul>
      )}
      {isSending(mails) && <p className="small soft">{t('mails.waits')}</p>}
      {trouble !== null && (
        <Notice tone="problem">
          <p>{t(`mails.trouble.${trouble}`)}</p>
        </Notice>
      )}
      {refused.length > 0 && <RefusedMails wave={wave.id} refused={refused} />}
      {next !== null && !isSending(mails) && (
        <div>
          <Button look={next === 'invitation' ? 'main' : 'plain'} onClick={() => setConfirming(next)}>
            {t(next === 'invitation' ? 'mails.invite' : 'mails.remind')}
          </Button>
        </div>
      )}
      {confirming !== null && (
        <ConfirmMails wave={wave} kind={confirming} mails={mails} onClose={() => setConfirming(null)} />
      )}
    </>
  )
}
