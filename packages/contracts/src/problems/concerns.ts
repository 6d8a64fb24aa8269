import type { ProblemPart } from './problem-part.ts'

/** Raising a concern, and reading it. */
export const concernProblems = {
  'tickets-collected': {
    status: 409,
    title: 'Your tickets of this month were collected on another device, or in another browser',
  },
  'ticket-not-valid': { status: 403, title: 'This ticket is not valid, or is of another month' },
  'ticket-spent': { status: 409, title: 'This ticket was already used' },
  'unknown-concern': { status: 404, title: 'There is no such concern, or it is not for you' },
  'unknown-trusted-person': { status: 404, title: 'Nobody of this name takes concerns any more' },
  'trusted-address': {
    status: 409,
    title:
      'Whoever reads concerns keeps the address, by which somebody else could sign in and read. It can be changed while changes of the rules need no second person',
  },
  'trusted-person-not-possible': {
    status: 422,
    title: 'Name two different people of the organisation',
  },
} as const satisfies ProblemPart
