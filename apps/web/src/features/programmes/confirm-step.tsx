import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

type Props = { step: 'close' | 'publish'; label: string; act: () => Promise<unknown>; onClose: () => void }

/** Says what cannot be taken back before it happens. */
export function ConfirmStep({ step, label, act, onClose }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const acting = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  return (
    <Dialog title={t(`programmes.confirm.${step}`, { label })} onClose={onClose}>
      <p>{t(`programmes.confirm.${step}-words`)}</p>
      <p>
        <strong>{t(`programmes.confirm.${step}-final`)}</strong>
      </p>
      {acting.error && <ProblemNotice error={acting.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button look="main" busy={acting.isPending} onClick={() => acting.mutate()}>
          {t(acting.isPending ? 'shared.working' : `programmes.confirm.${step}-button`)}
        </Button>
      </div>
    </Dialog>
  )
}
