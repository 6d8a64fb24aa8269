import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { showStamp } from '../../../lib/format/dates.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { undoImport } from '../api/import.ts'

export function UndoImport({ until, onUndone }: { until: string; onUndone: () => Promise<void> }) {
  const { t, locale } = useTexts()
  const [asked, setAsked] = useState(false)
  const undoing = useMutation({ mutationFn: undoImport, onSuccess: onUndone })
  return (
    <div className="stack stack-tight">
      <p className="soft">{t('import.undo-words', { until: showStamp(until, locale) })}</p>
      <div className="import-buttons">
        {asked ? (
          <>
            <Button look="danger" busy={undoing.isPending} onClick={() => undoing.mutate()}>
              {t('import.undo-sure')}
            </Button>
            <Button look="quiet" onClick={() => setAsked(false)}>
              {t('import.keep')}
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsked(true)}>{t('import.undo')}</Button>
        )}
      </div>
      {undoing.error && <ProblemNotice error={undoing.error} />}
    </div>
  )
}
