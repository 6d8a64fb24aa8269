import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { AgreementForJoiners } from '../features/agreement/agreement-for-joiners.tsx'
import { LearningPage } from '../features/learning/learning-page.tsx'
import { ChangeLessonPage } from '../features/lessons/change-lesson-page.tsx'
import { LessonPage } from '../features/lessons/lesson-page.tsx'
import { LessonsPage } from '../features/lessons/lessons-page.tsx'
import { TellLessonPage } from '../features/lessons/tell-lesson-page.tsx'
import { SummariesForJoiners } from '../features/reflections/summaries-for-joiners.tsx'
import { Thread } from '../features/thread/thread.tsx'
import { WelcomePage } from '../features/welcome/welcome-page.tsx'
import { LearningNav } from './learning-nav.tsx'
import { useSession } from './session.ts'
import { TakeAlong } from './take-along.tsx'

export function LearningRoute() {
  const { unit, leads } = useSession()
  return <LearningPage units={[unit, ...leads.filter(({ id }) => id !== unit.id)]} />
}

export function LessonsRoute() {
  const navigate = useNavigate()
  const lookedFor = useSearch({ from: '/signed-in/lessons' })
  return (
    <>
      <LearningNav />
      <LessonsPage lookedFor={lookedFor} onLook={(search) => void navigate({ to: '/lessons', search })} />
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

export function TellLessonRoute() {
  const session = useSession()
  return (
    <>
      <LearningNav />
      <TellLessonPage session={session} />
    </>
  )
}

export function ChangeLessonRoute() {
  const { lesson } = useParams({ from: '/signed-in/lessons/$lesson/change' })
  const session = useSession()
  return (
    <>
      <LearningNav />
      <ChangeLessonPage key={lesson} lesson={lesson} session={session} />
    </>
  )
}

export function WelcomeRoute() {
  const { person, unit } = useSession()
  return (
    <WelcomePage
      person={person.id}
      agreement={(none) => <AgreementForJoiners unit={unit.id} none={none} />}
      summaries={<SummariesForJoiners />}
    />
  )
}
