import type { ProblemPart } from './problem-part.ts'

/** Links, passwords, providers, sessions and personal tokens. */
export const signInProblems = {
  'not-signed-in': { status: 401, title: 'Please sign in with your personal link' },
  'session-ended': { status: 401, title: 'Your session has ended. Please sign in again' },
  'link-not-valid': {
    status: 401,
    title: 'This sign-in link is not valid, or was already used. Ask for a new one',
  },
  'link-expired': { status: 401, title: 'This sign-in link has expired. Ask for a new one' },
  'link-needs-press': { status: 409, title: 'This link opens once: say that you want to sign in now' },
  'link-asked-elsewhere': {
    status: 409,
    title: 'This link was asked for in another browser: open it there, or enter the code that is shown there',
  },
  'link-code-not-valid': { status: 403, title: 'This is not the code that the other browser shows' },
  'password-not-valid': { status: 401, title: 'Address, password and digits do not belong together' },
  'wait-before-next-try': { status: 429, title: 'There were too many wrong tries. Wait before the next one' },
  'already-set-up': { status: 409, title: 'Chorus is set up already. Sign in with your personal link' },
  'set-up-code-not-valid': {
    status: 403,
    title: 'This is not the set-up code. "chorus start" prints it where it runs',
  },
  'password-too-short': { status: 422, title: 'A password has at least 12 letters' },
  'password-too-common': { status: 422, title: 'This password is one of those that are guessed first' },
  'second-factor-not-valid': {
    status: 422,
    title: 'These are not the digits that the app shows now. Is the clock of the phone right?',
  },
  'set-up-over': { status: 409, title: 'This set-up took longer than ten minutes. Begin again' },
  'unknown-session': { status: 404, title: 'You are not signed in there any more' },
  'provider-not-set-up': { status: 404, title: 'There is no such way to sign in here' },
  'provider-not-reached': {
    status: 502,
    title: 'The sign-in service does not answer as one, or not at all. Is the address of the issuer right?',
  },
  'provider-refused': { status: 403, title: 'The sign-in service did not sign you in' },
  'provider-refuses-chorus': {
    status: 502,
    title: 'The sign-in service does not accept Chorus. Are client id, secret and callback address right?',
  },
  'provider-answer-not-valid': {
    status: 502,
    title: 'The answer of the sign-in service did not pass the checks, so nobody was signed in',
  },
  'sign-in-not-started-here': {
    status: 400,
    title: 'This sign-in was not begun in this browser, or more than ten minutes ago. Begin again',
  },
  'claim-missing': { status: 403, title: 'The sign-in service does not say what Chorus knows you by' },
  'email-not-verified': {
    status: 403,
    title: 'The sign-in service does not say that it has checked your e-mail address',
  },
  'domain-not-allowed': { status: 403, title: 'Addresses of your domain are not let in here' },
  'not-on-roster': { status: 403, title: 'You are signed in there, and not on the roster here. Ask HR' },
  'issuer-not-https': {
    status: 422,
    title: 'The address of the issuer must begin with https:// and hold no name, password or query',
  },
  'client-secret-missing': {
    status: 422,
    title: 'Enter the client secret again: the one that is stored is never sent to another issuer or client',
  },
  'token-not-valid': { status: 401, title: 'This token is not valid: it was revoked, or never made' },
  'token-ended': { status: 401, title: 'This token has ended. Make a new one' },
  'token-end-not-possible': {
    status: 422,
    title: 'A token ends on a day from tomorrow on, at most a year away',
  },
  'unknown-token': { status: 404, title: 'There is no such token' },
} as const satisfies ProblemPart
