import type { ListedPerson } from '@chorus/contracts/people'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { letLeave, peopleKey, unitsQuery } from './api/people.ts'

type Props = { person: ListedPerson; onDone: () => void; onClose: () => void }

export function LetLeave({ person, onDone, onClose }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const leaving = useMutation({
    mutationFn: () => letLeave(person.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleKey })
      await client.invalidateQueries({ queryKey: unitsQuery.queryKey })
      onDone()
      onClose()
    },
  })
  return (
    <Dialog title={t('people.leave-named', { name: person.name })} onClose={onClose}>
      <p>{t('people.leave-words')}</p>
      {leaving.error && <ProblemNotice error={leaving.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button look="danger" busy={leaving.isPending} onClick={() => leaving.mutate()}>
          {t(leaving.isPending ? 'shared.working' : 'people.leave')}
        </Button>
      </div>
    </Dialog>
  )
}
