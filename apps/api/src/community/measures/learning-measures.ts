import type { Duration, LearningMeasures, Share } from '@chorus/contracts/learning-measures'
import type { ReviewFacts } from '@chorus/db/stores/review-facts'
import type { SharingFacts } from '@chorus/db/stores/sharing-facts'
import { normalisedEntropy } from '@chorus/psychometrics/normalised-entropy'
import { quantileSorted } from '@chorus/psychometrics/quantile'

/** Of fewer things nothing is said: one more or less would change the share by more than a fifth. */
export const fewestThings = 5

/**
 * What is said of how a part of the tree learns: shares and durations alone, each with the number of things that it rests on.
 * Travel is the E-I index of Krackhardt & Stern (1988), (external - internal) / all, moved from -1 to 1 to 0 to 1.
 */
export function learningMeasuresOf(sharing: SharingFacts, reviews: ReviewFacts): LearningMeasures {
  const { lessonsByUnit, responses, topics } = sharing
  const lessons = lessonsByUnit.reduce((sum, some) => sum + some, 0)
  return {
    spread: shareOf(lessonsByUnit.filter((some) => some > 0).length, lessonsByUnit.length),
    evenness: {
      value: lessons < fewestThings ? null : normalisedEntropy(lessonsByUnit),
      of: lessons,
    },
    travel: shareOf(responses.fromElsewhere, responses.all),
    readiness: shareOf(topics.shared, topics.all),
    alone: shareOf(reviews.withFactors.alone, reviews.withFactors.all),
    repair: durationOf(reviews.hoursToRepair),
    reviewing: durationOf(reviews.daysToReview),
    actions: shareOf(reviews.withActions.done, reviews.withActions.all),
  }
}

function shareOf(some: number, all: number): Share {
  return { value: all < fewestThings ? null : some / all, of: all }
}

function durationOf(durations: readonly number[]): Duration {
  const sorted = durations.length < fewestThings ? [] : [...durations].sort((a, b) => a - b)
  return {
    median: quantileSorted(sorted, 0.5),
    lower: quantileSorted(sorted, 0.25),
    upper: quantileSorted(sorted, 0.75),
    of: durations.length,
  }
}
