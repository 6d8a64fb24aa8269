import type { PersonalTokens } from '@chorus/contracts/tokens'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { revokeToken, tokensQuery } from './api/tokens.ts'

type Props = {
  token: PersonalTokens['tokens'][number]
  onRevoked: (id: string) => void
  onClose: () => void
}

export function RevokeToken({ token: { id, name }, onRevoked, onClose }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const revoking = useMutation({
    mutationFn: () => revokeToken(id),
    onSuccess: async () => {
      onRevoked(id)
      await client.invalidateQueries({ queryKey: tokensQuery.queryKey })
      onClose()
    },
  })
  return (
    <Dialog title={t('tokens.revoke-named', { name })} onClose={onClose}>
      <p>{t('tokens.revoke-words')}</p>
      {revoking.error && <ProblemNotice error={revoking.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button look="danger" busy={revoking.isPending} onClick={() => revoking.mutate()}>
          {t(revoking.isPending ? 'shared.working' : 'tokens.revoke')}
        </Button>
      </div>
    </Dialog>
  )
}
