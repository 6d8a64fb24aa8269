import type { ProblemPart } from './problem-part.ts'

/** Mails of waves, reminders and channels. */
export const mailProblems = {
  'mail-not-set-up': { status: 409, title: 'No mail server is set up here' },
  'already-invited': { status: 409, title: 'Invitations to this wave were sent already' },
  'wave-not-published': { status: 409, title: 'This wave is not published yet' },
  'results-not-mailed': { status: 409, title: 'Mails about results are switched off' },
  'already-told': { status: 409, title: 'Everybody was told of these results already' },
  'not-invited-yet': { status: 409, title: 'Send the invitations first, then a reminder' },
  'mails-under-way': { status: 409, title: 'Earlier mails of this wave are still being sent' },
  'no-more-reminders': { status: 409, title: 'This wave had its two reminders' },
  'channels-not-ready': {
    status: 409,
    title: 'Messages to channels lead to the pages: set PUBLIC_URL first',
  },
  'channel-address-not-allowed': {
    status: 422,
    title: 'The address of a channel begins with https:// and holds no name and password',
  },
  'unknown-channel': { status: 404, title: 'There is no such channel' },
  'reminder-link-not-valid': { status: 404, title: 'This link does not say whose reminders are meant' },
} as const satisfies ProblemPart
