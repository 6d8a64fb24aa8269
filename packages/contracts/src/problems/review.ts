import type { ProblemPart } from './problem-part.ts'

/** Blameless reviews. */
export const reviewProblems = {
  'section-changed': { status: 409, title: 'Somebody else has written in this part meanwhile' },
  'review-is-shared': { status: 409, title: 'A shared review is changed only after it is taken back' },
  'review-is-draft': { status: 409, title: 'A draft is reviewed before it is shared' },
} as const satisfies ProblemPart
