import type { ProblemPart } from './problem-part.ts'

/** Reflection sessions and team agreements. */
export const reflectionProblems = {
  'reflection-quiet': { status: 409, title: 'This session is still in its quiet time. Open it first' },
  'reflection-closed': { status: 409, title: 'This session is closed: its summary is written' },
  'agreement-decided': { status: 409, title: 'This version was already put in force or withdrawn' },
  'agreement-not-in-force': { status: 409, title: 'Another version is in force now. Read that one' },
  'text-of-the-unit': {
    status: 409,
    title: 'Others are part of this text: it belongs to the unit. HR can black out words about you',
  },
} as const satisfies ProblemPart
