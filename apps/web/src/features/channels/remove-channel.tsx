import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { channelsQuery, removeChannel } from './api/channels.ts'

export function RemoveChannel({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const removing = useMutation({
    mutationFn: () => removeChannel(id),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: channelsQuery.queryKey })
    },
  })
  return (
    <Dialog title={t('channels.remove-named', { name })} onClose={onClose}>
      <p>{t('channels.remove-words')}</p>
      {removing.error && <ProblemNotice error={removing.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button look="danger" busy={removing.isPending} onClick={() => removing.mutate()}>
          {t(removing.isPending ? 'shared.working' : 'channels.remove')}
        </Button>
      </div>
    </Dialog>
  )
}
