import type { MailsOfWave } from '@chorus/contracts/mail'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { mailsQuery, orderMails } from './api/mails.ts'

/** Whose invitation was refused, what to do about it, and another try. */
export function RefusedMails({ wave, refused }: { wave: string; refused: MailsOfWave['refused'] }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const again = useMutation({
    mutationFn: () => orderMails(wave, 'refused'),
    onSuccess: (mails) => client.setQueryData(mailsQuery(wave).queryKey, mails),
  })
  return (
    <Notice title={t('mails.refused', { count: refused.length })}>
      <p>{t('mails.refused-words')}</p>
      <ul className="wave-refused">
        {refused.map(({ name, email, reason }) => (
          <li key={email}>
            {name} · <span dir="ltr">{email}</span>{' '}
            <span className="small soft">{t(`mails.reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
      {again.error && <ProblemNotice error={again.error} />}
      <div>
        <Button busy={again.isPending} onClick={() => again.mutate()}>
          {t(again.isPending ? 'shared.working' : 'mails.again')}
        </Button>
      </div>
    </Notice>
  )
}
