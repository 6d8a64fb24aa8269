import type { ProblemPart } from './problem-part.ts'

/** Reflection sessions and team agreements. */
export const reflectionProblems = {
  'reflection-quiet': { status: 409, title: 'This session is still in its quiet time. Open it first' },
  'reflection-closed': { status: 409, title: 'This session is closed: its summary is written' },
  'agreement-decided': { status: 409, title: 'This version was already put in force or withdrawn' },
  'agreement-not-in-force': { status: 409, title: 'Another version is in force now. Read that one' },
} as const satisfies ProblemPart
