import type { ProblemPart } from './problem-part.ts'

/** Thanks in public, feedback in private, and measures that score nobody. */
export const recognitionProblems = {
  'feedback-read': { status: 409, title: 'It was read: only who received it can delete it now' },
} as const satisfies ProblemPart
