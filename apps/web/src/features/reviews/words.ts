import type { FactorKind, ReviewPart, ReviewState } from '@chorus/contracts/reviews'
import type { MessageId } from '../../lib/i18n/message-id.ts'

export const stateWords: Readonly<Record<ReviewState, MessageId>> = {
  draft: 'reviews.state.draft',
  'in review': 'reviews.state.in-review',
  shared: 'reviews.state.shared',
}

export const partWords: Readonly<Record<ReviewPart, MessageId>> = {
  basics: 'reviews.part.basics',
  timeline: 'reviews.part.timeline',
  decisions: 'reviews.part.decisions',
  factors: 'reviews.part.factors',
  repair: 'reviews.part.repair',
  lessons: 'reviews.part.lessons',
}

/** In the order in which they are asked about. */
export const factorWords: Readonly<Record<FactorKind, MessageId>> = {
  process: 'reviews.factor.process',
  tool: 'reviews.factor.tool',
  information: 'reviews.factor.information',
  load: 'reviews.factor.load',
  communication: 'reviews.factor.communication',
  environment: 'reviews.factor.environment',
  'knowledge of one': 'reviews.factor.knowledge-of-one',
}
