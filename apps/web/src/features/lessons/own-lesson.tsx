import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { lessonsKey, takeLessonBack } from './api/lessons.ts'

/** What whoever told a lesson does with it: change it, or take it back after being asked. */
export function OwnLesson({ lesson }: { lesson: string }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const takingBack = useMutation({
    mutationFn: () => takeLessonBack(lesson),
    onSuccess: async () => {
      // Before the list is shown: it would have the lesson in it until it is asked for anew.
      client.removeQueries({ queryKey: lessonsKey })
      await navigate({ to: '/lessons' })
      client.removeQueries({ queryKey: ['lesson', lesson] })
    },
  })
  return (
    <div className="row">
      <Link to="/lessons/$lesson/change" params={{ lesson }} className={buttonClass('plain')}>
        {t('community.change')}
      </Link>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('community.take-back')}
      </Button>
      {asking && (
        <Dialog title={t('lessons.take-back-title')} onClose={() => setAsking(false)}>
          <p>{t('lessons.take-back-words')}</p>
          {takingBack.error && <ProblemNotice error={takingBack.error} />}
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>{t('shared.cancel')}</Button>
            <Button look="danger" busy={takingBack.isPending} onClick={() => takingBack.mutate()}>
              {t('community.take-back')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
