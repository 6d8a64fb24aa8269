import type { ProblemPart } from './problem-part.ts'

/** The board of actions, and experiments. */
export const experimentProblems = {
  'experiment-window': {
    status: 422,
    title: 'An experiment begins today or later, takes at most 400 days, and a pulse closes in it',
  },
  'experiment-overlaps': { status: 409, title: 'This unit tries something else in these days' },
  'experiment-state': { status: 409, title: 'The experiment has begun, or is not over yet' },
} as const satisfies ProblemPart
