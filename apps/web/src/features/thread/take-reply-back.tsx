import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type ThreadOf, takeReplyBack } from './api/thread.ts'
import { useThreadChange } from './use-thread-change.ts'

/** Deletes a reply of one's own, after being asked. */
export function TakeReplyBack({ of, reply }: { of: ThreadOf; reply: string }) {
  const { t } = useTexts()
  const [isAsking, setAsking] = useState(false)
  const taking = useThreadChange(of)
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('community.take-back')}
      </Button>
      {isAsking && (
        <Dialog title={t('community.take-back-sure')} onClose={() => setAsking(false)}>
          <p>{t('community.take-back-words')}</p>
          {taking.error && <ProblemNotice error={taking.error} />}
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>{t('shared.cancel')}</Button>
            <Button
              look="danger"
              busy={taking.isPending}
              onClick={() => taking.mutate(() => takeReplyBack(of, reply))}
            >
              {t('community.take-back')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
