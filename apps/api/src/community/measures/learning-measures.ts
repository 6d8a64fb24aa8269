import type { LearningMeasures, Share } from '@chorus/contracts/learning-measures'
import type { SharingFacts } from '@chorus/db/stores/sharing-facts'
import { normalisedEntropy } from '@chorus/psychometrics/normalised-entropy'

/** Of fewer things nothing is said: one more or less would change the share by more than a fifth. */
export const fewestThings = 5

/** What is said of how a part of the tree learns: shares alone, each with the number of things that it rests on. */
export function learningMeasuresOf({ lessonsByUnit, responses, topics }: SharingFacts): LearningMeasures {
  const lessons = lessonsByUnit.reduce((sum, some) => sum + some, 0)
  return {
    spread: shareOf(lessonsByUnit.filter((some) => some > 0).length, lessonsByUnit.length),
    evenness: {
      value: lessons < fewestThings ? null : normalisedEntropy(lessonsByUnit),
      of: lessons,
    },
    travel: shareOf(responses.fromElsewhere, responses.all),
    readiness: shareOf(topics.shared, topics.all),
  }
}

function shareOf(some: number, all: number): Share {
  return { value: all < fewestThings ? null : some / all, of: all }
}
