import { useParams } from '@tanstack/react-router'
import { FeedbackPage } from '../features/feedback/feedback-page.tsx'
import { LearningMeasuresPage } from '../features/learning-measures/learning-measures-page.tsx'
import { RecognitionPage } from '../features/recognition/recognition-page.tsx'
import { RecognitionsPage } from '../features/recognition/recognitions-page.tsx'
import { Thread } from '../features/thread/thread.tsx'
import { LearningNav } from './learning-nav.tsx'
import { useSession } from './session.ts'

export function RecognitionsRoute() {
  return (
    <>
      <LearningNav />
      <RecognitionsPage />
    </>
  )
}

export function RecognitionRoute() {
  const { recognition } = useParams({ from: '/signed-in/recognition/$recognition' })
  return (
    <>
      <LearningNav />
      <RecognitionPage
        key={recognition}
        recognition={recognition}
        thread={<Thread of={{ kind: 'recognition', id: recognition }} />}
      />
    </>
  )
}

export function FeedbackRoute() {
  return (
    <>
      <LearningNav />
      <FeedbackPage />
    </>
  )
}

export function LearningMeasuresRoute() {
  const { unit, leads, standsIn } = useSession()
  const others = [...leads, ...standsIn.map((lent) => lent.unit)]
  const further = new Map(others.filter(({ id }) => id !== unit.id).map((one) => [one.id, one]))
  return (
    <>
      <LearningNav />
      <LearningMeasuresPage units={[unit, ...further.values()]} />
    </>
  )
}
