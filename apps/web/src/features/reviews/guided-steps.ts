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

/** Where somebody goes on: the first step in which nothing stands yet. */
export function firstOpenStep({ parts, participants, actions }: Review): GuidedStep {
  if (participants.length === 0) return 'people'
  if (parts.timeline.moments.length === 0) return 'timeline'
  if (parts.decisions.decisions.length === 0) return 'decisions'
  if (parts.factors.factors.length === 0) return 'factors'
  if (parts.repair.restored === null && parts.repair.how === '') return 'repair'
  if (parts.lessons.lessons.length === 0) return 'lessons'
  if (actions.length === 0) return 'actions'
  return 'share'
}
