import type { Review } from '@chorus/contracts/reviews'

/** The way through a review. */
export const guidedSteps = [
  'basics',
  'people',
  'timeline',
  'decisions',
  'factors',
  'repair',
  'lessons',
  'actions',
  'share',
] as const
export type GuidedStep = (typeof guidedSteps)[number]

/** Whether something stands in a step. */
export function isWritten({ parts, participants, actions, state }: Review, step: GuidedStep): boolean {
  switch (step) {
    case 'basics':
      return parts.basics.about !== ''
    case 'people':
      return participants.length > 0
    case 'timeline':
      return parts.timeline.moments.length > 0
    case 'decisions':
      return parts.decisions.decisions.length > 0
    case 'factors':
      return parts.factors.factors.length > 0
    case 'repair':
      return parts.repair.restored !== null || parts.repair.how !== ''
    case 'lessons':
      return parts.lessons.lessons.length > 0
    case 'actions':
      return actions.length > 0
    case 'share':
      return state === 'shared'
  }
}

/** Where somebody goes on: the first step in which nothing stands yet. */
export function firstOpenStep(review: Review): GuidedStep {
  return guidedSteps.find((step) => !isWritten(review, step)) ?? 'share'
}
