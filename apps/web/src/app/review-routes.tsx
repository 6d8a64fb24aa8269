import { useParams } from '@tanstack/react-router'
import { ReviewPage } from '../features/reviews/review-page.tsx'
import { ReviewsPage } from '../features/reviews/reviews-page.tsx'
import { Thread } from '../features/thread/thread.tsx'
import { LearningNav } from './learning-nav.tsx'
import { useSession } from './session.ts'

export function ReviewsRoute() {
  const { unit, leads, standsIn } = useSession()
  const units = new Map([unit, ...leads, ...standsIn.map((one) => one.unit)].map((one) => [one.id, one]))
  return (
    <>
      <LearningNav />
      <ReviewsPage units={[...units.values()]} />
    </>
  )
}

export function ReviewRoute() {
  const { review } = useParams({ from: '/signed-in/reviews/$review' })
  return (
    <>
      <LearningNav />
      <ReviewPage key={review} review={review} thread={<Thread of={{ kind: 'review', id: review }} />} />
    </>
  )
}
