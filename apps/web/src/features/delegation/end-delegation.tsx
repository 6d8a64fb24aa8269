import type { Delegation } from '@chorus/contracts/delegation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { delegationsQuery, endDelegation } from './api/delegations.ts'

/** Asks first: who stands in loses the report at once. */
export function EndDelegation({
  delegation: { id, standIn, giver },
  onClose,
}: {
  delegation: Delegation
  onClose: () => void
}) {
  const { t } = useTexts()
  const client = useQueryClient()
  const ending = useMutation({
    mutationFn: () => endDelegation(id),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: delegationsQuery.queryKey })
    },
  })
  return (
    <Dialog title={t('delegation.end-of', { standIn, giver })} onClose={onClose}>
      <p>{t('delegation.end-words', { standIn, giver })}</p>
      {ending.error && <ProblemNotice error={ending.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button look="danger" busy={ending.isPending} onClick={() => ending.mutate()}>
          {t(ending.isPending ? 'shared.working' : 'delegation.end')}
        </Button>
      </div>
    </Dialog>
  )
}
