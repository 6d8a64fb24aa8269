import type { WriteLesson } from '@chorus/contracts/lessons'
import type { Session } from '@chorus/contracts/session'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { lessonsKey, tellLesson } from './api/lessons.ts'
import { emptyLesson, lessonDraftsIn } from './lesson-draft.ts'
import { LessonForm } from './lesson-form.tsx'

/** Telling a learning moment: what is written stays on this device until it is sent. */
export function TellLessonPage({ session }: { session: Session }) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id } = session.person
  const [drafts] = useState(() => lessonDraftsIn())
  const [lesson, setLesson] = useState<WriteLesson>(
    () => kept(drafts.find(id)) ?? emptyLesson(session, locale),
  )
  /** A form that is begun anew holds nothing of the one before. */
  const [form, setForm] = useState(0)
  const [written, setWritten] = useState(() => drafts.find(id) !== undefined)
  const write = (changed: WriteLesson) => {
    setLesson(changed)
    setWritten(true)
    drafts.put({ ...changed, id })
  }
  const sending = useMutation({
    mutationFn: () => tellLesson(lesson),
    onSuccess: async (told) => {
      drafts.drop(id)
      await client.invalidateQueries({ queryKey: lessonsKey })
      await navigate({ to: '/lessons/$lesson', params: { lesson: told.id } })
    },
  })
  return (
    <div className="stack stack-wide measure">
      <div className="stack">
        <PageTitle title={t('lessons.tell')} />
        <p className="lead soft">{t('lessons.tell-lead')}</p>
      </div>
      <LessonForm
        key={form}
        session={session}
        lesson={lesson}
        onChange={write}
        send={t('lessons.send')}
        busy={sending.isPending}
        error={sending.error}
        onSend={() => sending.mutate()}
      >
        {written && (
          <>
            <Button
              look="quiet"
              onClick={() => {
                drafts.drop(id)
                setLesson(emptyLesson(session, locale))
                setWritten(false)
                setForm(form + 1)
              }}
            >
              {t('lessons.draft-drop')}
            </Button>
            <span className="small soft">{t('lessons.draft-kept')}</span>
          </>
        )}
      </LessonForm>
    </div>
  )
}

function kept(draft: (WriteLesson & { readonly id: string }) | undefined): WriteLesson | undefined {
  if (!draft) return undefined
  const { id: _, ...lesson } = draft
  return lesson
}
