import type { PaperGroups } from '@chorus/contracts/paper'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { handOutSheets } from './api/paper.ts'

type Props = { wave: string; group: PaperGroups['groups'][number]; onClose: () => void }

/** Says what cannot be taken back before it happens. */
export function ConfirmBowl({ wave, group, onClose }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const { cohort, label, print } = group
  const acting = useMutation({
    mutationFn: () => handOutSheets(wave, cohort, print),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['paper', wave] })
      onClose()
    },
  })
  return (
    <Dialog title={t('paper.confirm.title', { group: groupName(label, t) })} onClose={onClose}>
      <p>{t('paper.confirm.words', { print })}</p>
      <p>
        <strong>{t('paper.confirm.final')}</strong>
      </p>
      {acting.error && <ProblemNotice error={acting.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button look="main" busy={acting.isPending} onClick={() => acting.mutate()}>
          {t(acting.isPending ? 'shared.working' : 'paper.confirm.button')}
        </Button>
      </div>
    </Dialog>
  )
}
