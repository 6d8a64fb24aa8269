import type { ProblemPart } from './problem-part.ts'

/** Questionnaires and their drafts. */
export const instrumentProblems = {
  'unknown-instrument': { status: 404, title: 'There is no such questionnaire' },
  'no-draft': { status: 409, title: 'This questionnaire has no draft. Begin its next version first' },
  'draft-changed': {
    status: 409,
    title: 'Somebody else saved this draft in the meantime. Nothing was changed. Load it again',
  },
  'draft-has-faults': { status: 422, title: 'The draft has faults and cannot be asked yet' },
  'instrument-not-final': { status: 409, title: 'Only a finished version of a questionnaire can be asked' },
} as const satisfies ProblemPart
