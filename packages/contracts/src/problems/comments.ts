import type { ProblemPart } from './problem-part.ts'

/** Comments, answers to them and replies. */
export const commentProblems = {
  'unknown-comment': { status: 404, title: 'There is no such comment' },
  'comment-not-answerable': {
    status: 409,
    title: 'This comment cannot be answered: it came without a key for its author',
  },
  'reply-ticket-not-valid': { status: 403, title: 'Only who can read the answer can reply to it' },
  'reply-already-sent': { status: 409, title: 'Another reply to this answer was already sent' },
} as const satisfies ProblemPart
