import type { ProblemPart } from './problem-part.ts'

/** What people write in the open: lessons, replies, moderation. */
export const communityProblems = {
  'unknown-subject': { status: 404, title: 'There is no such thing, or it is not for you' },
  'unknown-reply': { status: 404, title: 'There is no such reply of yours' },
  'subject-hidden': { status: 403, title: 'This was hidden by HR' },
  'nothing-hidden': { status: 409, title: 'This is not hidden, or the appeal was decided already' },
  'appealed-already': { status: 409, title: 'It is not hidden, or an appeal was made already' },
  'own-hiding': {
    status: 403,
    title: 'Nobody decides on an appeal against their own decision where somebody else can',
  },
  'own-text': {
    status: 403,
    title: 'Nobody decides on a text of their own where somebody else can',
  },
  'passage-not-found': { status: 422, title: 'These words do not stand in the text' },
  'too-many-searches': { status: 429, title: 'That was much at once. Wait a minute' },
  'leads-nobody': { status: 422, title: 'Only who leads a unit can mark a slip as one of a leader' },
} as const satisfies ProblemPart
