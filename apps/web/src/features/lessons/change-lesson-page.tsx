import type { Lesson } from '@chorus/contracts/lessons'
import type { Session } from '@chorus/contracts/session'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { changeLesson, lessonQuery, lessonsKey } from './api/lessons.ts'
import { writtenOf } from './lesson-draft.ts'
import { LessonForm } from './lesson-form.tsx'

/** Changing a learning moment of one's own. */
export function ChangeLessonPage({ lesson: id, session }: { lesson: string; session: Session }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide measure">
      <PageTitle title={t('lessons.change')} />
      <Loaded query={useQuery(lessonQuery(id))}>
        {(lesson) => <Changing lesson={lesson} session={session} />}
      </Loaded>
    </div>
  )
}

function Changing({ lesson: before, session }: { lesson: Lesson; session: Session }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [lesson, setLesson] = useState(() => writtenOf(before, session.unit))
  const saving = useMutation({
    mutationFn: () => changeLesson(before.id, lesson),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: lessonQuery(before.id).queryKey })
      await client.invalidateQueries({ queryKey: lessonsKey })
      await navigate({ to: '/lessons/$lesson', params: { lesson: before.id } })
    },
  })
  return (
    <LessonForm
      session={session}
      lesson={lesson}
      onChange={setLesson}
      send={t('community.save')}
      busy={saving.isPending}
      error={saving.error}
      onSend={() => saving.mutate()}
    >
      <Link to="/lessons/$lesson" params={{ lesson: before.id }}>
        {t('shared.cancel')}
      </Link>
    </LessonForm>
  )
}
