import type { InstrumentAnswer, InstrumentDraft } from '@chorus/contracts/instruments'
import { mayBeAsked } from '@chorus/instruments/draft-faults'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { dropDraft, finishDraft, instrumentQuery, instrumentsQuery } from '../api/instruments.ts'

/** Two ways for a draft to end, each confirmed: it can be asked from now on, or it is gone. */
export function EndDraft({
  answer: { id, version },
  draft,
  revision,
  isSaved,
}: {
  answer: InstrumentAnswer
  draft: InstrumentDraft
  revision: number
  isSaved: boolean
}) {
  const { t } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [ending, setEnding] = useState<'finish' | 'drop' | null>(null)
  const finishing = useMutation({
    mutationFn: () => finishDraft(id, revision),
    onSuccess: async (finished) => {
      client.setQueryData(instrumentQuery(id, version).queryKey, finished)
      await client.invalidateQueries({ queryKey: instrumentsQuery.queryKey })
    },
  })
  const dropping = useMutation({
    mutationFn: () => dropDraft(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: instrumentsQuery.queryKey })
      await navigate({ to: '/instruments' })
    },
  })
  const act = ending === 'drop' ? dropping : finishing
  return (
    <>
      <Button look="main" disabled={!isSaved || !mayBeAsked(draft)} onClick={() => setEnding('finish')}>
        {t('instruments.finish')}
      </Button>
      <Button onClick={() => setEnding('drop')}>{t('instruments.drop')}</Button>
      {ending && (
        <Dialog title={t(`instruments.${ending}`)} onClose={() => setEnding(null)}>
          <p>{t(`instruments.${ending}-words`)}</p>
          {act.error && <ProblemNotice error={act.error} />}
          <div className="dialog-actions">
            <Button onClick={() => setEnding(null)}>{t('shared.cancel')}</Button>
            <Button
              look={ending === 'drop' ? 'danger' : 'main'}
              busy={act.isPending}
              onClick={() => act.mutate()}
            >
              {t(act.isPending ? 'shared.working' : `instruments.${ending}`)}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
