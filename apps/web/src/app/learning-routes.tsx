import { useParams } from '@tanstack/react-router'
import { LessonPage } from '../features/lessons/lesson-page.tsx'
import { LessonsPage } from '../features/lessons/lessons-page.tsx'
import { Thread } from '../features/thread/thread.tsx'
import { LearningNav } from './learning-nav.tsx'
import { TakeAlong } from './take-along.tsx'

export function LessonsRoute() {
  return (
    <>
      <LearningNav />
      <LessonsPage />
      <TakeAlong />
    </>
  )
}

export function LessonRoute() {
  const { lesson } = useParams({ from: '/signed-in/lessons/$lesson' })
  return (
    <>
      <LearningNav />
      <LessonPage key={lesson} lesson={lesson} thread={<Thread of={{ kind: 'lesson', id: lesson }} />} />
    </>
  )
}
