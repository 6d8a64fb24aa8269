import type { ProblemPart } from './problem-part.ts'

/** What is wrong with a request, whatever it asks for. */
export const requestProblems = {
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'other-host': { status: 421, title: 'This is asked for without a name, under another host name' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'cross-site-request': { status: 403, title: 'This request came from another site and was refused' },
  'malformed-request': { status: 400, title: 'The request does not have the expected form' },
  'credentials-not-wanted': {
    status: 400,
    title: 'Answers are accepted only without cookie or authorization',
  },
  'body-too-large': { status: 413, title: 'The body is larger than this address accepts' },
  'media-type-not-supported': { status: 415, title: 'This address does not accept that content type' },
  stopped: { status: 408, title: 'This was stopped. Nothing was changed' },
  'too-busy': { status: 503, title: 'Chorus is starting or stopping. Try again in a moment' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies ProblemPart
