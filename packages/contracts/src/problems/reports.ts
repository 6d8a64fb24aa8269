import type { ProblemPart } from './problem-part.ts'

/** What is read of releases, and what comes of it. */
export const reportProblems = {
  'unknown-action': { status: 404, title: 'There is no such action' },
  'no-release-yet': { status: 404, title: 'No wave has been published yet' },
  'too-large-for-a-workbook': {
    status: 422,
    title: 'There are too many figures for a workbook. Take summary.csv',
  },
} as const satisfies ProblemPart
