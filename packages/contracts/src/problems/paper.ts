import type { ProblemPart } from './problem-part.ts'

/** Sheets of paper. */
export const paperProblems = {
  'no-sheets': { status: 404, title: 'This group has no sheets in this wave' },
  'sheets-not-printed': { status: 409, title: 'The sheets of this group are not printed yet' },
  'sheets-printed-anew': {
    status: 409,
    title: 'The sheets of this group were printed anew. Only those of the last print can be handed out',
  },
  'sheets-handed-out': {
    status: 409,
    title: 'The sheets of this group were handed out. A second set would be a second vote',
  },
  'sheet-code-not-valid': { status: 403, title: 'This code is not valid in this wave' },
  'sheet-not-handed-out': { status: 403, title: 'The sheets of this group are not handed out yet' },
  'sheet-already-used': { status: 409, title: 'This sheet was already used' },
} as const satisfies ProblemPart
