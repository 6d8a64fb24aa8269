import type { SubjectKind } from '@chorus/contracts/community'
import { actionTexts } from './actions/action-texts.ts'
import { agreementTexts } from './agreements/agreement-texts.ts'
import { experimentTexts } from './experiments/experiment-texts.ts'
import { lessonTexts } from './lessons/lesson-texts.ts'
import { recognitionTexts } from './recognition/recognition-texts.ts'
import { postTexts } from './reflections/post-texts.ts'
import { sessionTexts } from './reflections/session-texts.ts'
import { reviewTexts } from './reviews/review-texts.ts'
import type { TextsOfKind } from './texts-of-kind.ts'

/** A new kind is added here. */
export const texts: Readonly<Record<SubjectKind, TextsOfKind>> = {
  lesson: lessonTexts,
  review: reviewTexts,
  action: actionTexts,
  experiment: experimentTexts,
  session: sessionTexts,
  'session-post': postTexts,
  agreement: agreementTexts,
  recognition: recognitionTexts,
}
