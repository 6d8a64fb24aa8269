import type { MailsOfWave } from '@chorus/contracts/mail'
import type { Wave } from '@chorus/contracts/programme'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { mailsQuery, orderMails } from './api/mails.ts'

type Props = { wave: Wave; kind: 'invitation' | 'reminder'; mails: MailsOfWave; onClose: () => void }

/** Says how many people get a mail, and that nobody is chased, before any leaves. */
export function ConfirmMails({ wave, kind, mails: { people, remindersTo }, onClose }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const isForSome = kind === 'reminder' && remindersTo === 'not-collected'
  const words = isForSome ? 'mails.confirm.reminder-some' : (`mails.confirm.${kind}-words` as const)
  const ordering = useMutation({
    mutationFn: () => orderMails(wave.id, kind),
    onSuccess: (mails) => {
      client.setQueryData(mailsQuery(wave.id).queryKey, mails)
      onClose()
    },
  })
  return (
    <Dialog title={isForSome ? t('mails.remind') : t(`mails.confirm.${kind}`, { people })} onClose={onClose}>
      <p>{t(words, { label: wave.label })}</p>
      {ordering.error && <ProblemNotice error={ordering.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button look="main" busy={ordering.isPending} onClick={() => ordering.mutate()}>
          {t(ordering.isPending ? 'shared.working' : 'mails.confirm.button')}
        </Button>
      </div>
    </Dialog>
  )
}
