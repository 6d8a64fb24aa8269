import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { removeProvider, settingsQuery } from './api/settings.ts'

export function RemoveProvider() {
  const { t } = useTexts()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const removing = useMutation({
    mutationFn: removeProvider,
    onSuccess: async () => {
      setAsking(false)
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
    },
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('provider.remove')}</Button>
      {asking && (
        <Dialog title={t('provider.remove')} onClose={() => setAsking(false)}>
          <p>{t('provider.remove-words')}</p>
          {removing.error && <ProblemNotice error={removing.error} />}
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>{t('shared.cancel')}</Button>
            <Button look="danger" busy={removing.isPending} onClick={() => removing.mutate()}>
              {t(removing.isPending ? 'shared.working' : 'provider.remove')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
