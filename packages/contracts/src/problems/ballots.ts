import type { ProblemPart } from './problem-part.ts'

/** Collecting a ballot and handing in answers. */
export const ballotProblems = {
  'not-invited': { status: 403, title: 'You are not invited to this wave' },
  'ballot-already-collected': { status: 409, title: 'A ballot was already collected for you in this wave' },
  'answers-on-paper': { status: 403, title: 'You answer this wave on paper, with a sheet from the bowl' },
  'ballot-not-valid': { status: 403, title: 'This ballot is not valid' },
  'ballot-spent': { status: 409, title: 'This ballot was already used with other answers' },
  'answers-malformed': {
    status: 422,
    title: 'The answers do not fit the questions. Your ballot was not used up',
  },
} as const satisfies ProblemPart
