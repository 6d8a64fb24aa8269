import { z } from 'zod'

/** One fault in a file that somebody handed in: what is wrong, where, and how to mend it. Lines and columns count from 1. */
export const fault = z.object({
  file: z.string(),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  code: z.string(),
  /** English, for programs and the command line; pages say it by the code and these values, in the reader's language. */
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Fault = z.infer<typeof fault>

/**
 * Every refusal of the API, with its status and a sentence. The code is stable: programs switch on it.
 * A sentence never repeats an answer, a name or a count below the threshold.
 */
export const problemCatalogue = {
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'other-host': { status: 421, title: 'This is asked for without a name, under another host name' },
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
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'cross-site-request': { status: 403, title: 'This request came from another site and was refused' },
  'malformed-request': { status: 400, title: 'The request does not have the expected form' },
  'credentials-not-wanted': {
    status: 400,
    title: 'Answers are accepted only without cookie or authorization',
  },
  'body-too-large': { status: 413, title: 'The body is larger than this address accepts' },
  'media-type-not-supported': { status: 415, title: 'This address does not accept that content type' },
  'files-have-faults': { status: 422, title: 'The files have faults. Nothing was changed' },
  'unknown-import': {
    status: 404,
    title:
      'These files do not wait any more: they were imported, replaced or are older than a day. Upload them again',
  },
  'organisation-changed': {
    status: 409,
    title: 'The organisation was changed in the meantime. Nothing was written. Look at it again',
  },
  'import-asks': {
    status: 409,
    title: 'This import looks like a mistake. Type the number that the preview names to go on',
  },
  'nothing-to-undo': { status: 409, title: 'There is no import that can be undone' },
  'unit-change-does-not-fit': {
    status: 422,
    title:
      'Units that merged are several before and one after; one that was split is one before and several after; a renamed one is one before and one after, with another id or name',
  },
  'unit-change-in-the-future': {
    status: 422,
    title: 'What became of units is noted from its day on, not before',
  },
  'unit-change-noted': { status: 409, title: 'This is noted already, for the same day' },
  'unknown-unit-change': { status: 404, title: 'There is no such note on units' },
  'unknown-unit': { status: 404, title: 'There is no such unit' },
  'unknown-person': { status: 404, title: 'There is no such person' },
  'email-not-valid': { status: 422, title: 'This is not an e-mail address' },
  'language-not-valid': { status: 422, title: 'A language is a tag such as "en" or "de"' },
  'email-taken': { status: 409, title: 'Somebody else has this e-mail address' },
  'person-id-taken': { status: 409, title: 'Somebody else has this id, or had it and is not erased yet' },
  'last-hr': {
    status: 409,
    title: 'This is the last person of HR. Give the role to somebody else first',
  },
  'kept-by-scim': {
    status: 409,
    title: 'This comes from SCIM. Change it in the identity provider, or have an administrator unlock it',
  },
  'department-is-unit': {
    status: 409,
    title: 'The department says to which unit a person belongs, and cannot feed a cut too',
  },
  'root-stays': { status: 409, title: 'This unit is the whole organisation. It can only be renamed' },
  'unit-below-itself': { status: 409, title: 'A unit cannot go below itself or into itself' },
  'unit-not-empty': {
    status: 409,
    title: 'People or units still belong to this unit. Move them first, or join it into another',
  },
  'unknown-wave': { status: 404, title: 'There is no such wave' },
  'unknown-comment': { status: 404, title: 'There is no such comment' },
  'comment-not-answerable': {
    status: 409,
    title: 'This comment cannot be answered: it came without a key for its author',
  },
  'reply-ticket-not-valid': { status: 403, title: 'Only who can read the answer can reply to it' },
  'reply-already-sent': { status: 409, title: 'Another reply to this answer was already sent' },
  'tickets-collected': {
    status: 409,
    title: 'Your tickets of this month were collected on another device, or in another browser',
  },
  'ticket-not-valid': { status: 403, title: 'This ticket is not valid, or is of another month' },
  'ticket-spent': { status: 409, title: 'This ticket was already used' },
  'unknown-concern': { status: 404, title: 'There is no such concern, or it is not for you' },
  'unknown-trusted-person': { status: 404, title: 'Nobody of this name takes concerns any more' },
  'trusted-person-not-possible': {
    status: 422,
    title: 'Name two different people of the organisation',
  },
  'unknown-programme': { status: 404, title: 'There is no such programme' },
  'unknown-instrument': { status: 404, title: 'There is no such questionnaire' },
  'no-draft': { status: 409, title: 'This questionnaire has no draft. Begin its next version first' },
  'draft-changed': {
    status: 409,
    title: 'Somebody else saved this draft in the meantime. Nothing was changed. Load it again',
  },
  'draft-has-faults': { status: 422, title: 'The draft has faults and cannot be asked yet' },
  'instrument-not-final': { status: 409, title: 'Only a finished version of a questionnaire can be asked' },
  'unknown-action': { status: 404, title: 'There is no such action' },
  'no-release-yet': { status: 404, title: 'No wave has been published yet' },
  'too-large-for-a-workbook': {
    status: 422,
    title: 'There are too many figures for a workbook. Take summary.csv',
  },
  'wave-still-open': { status: 409, title: 'The wave is still open. Close it first' },
  'wave-not-open': { status: 410, title: 'This wave is not open' },
  'wave-already-open': { status: 409, title: 'This programme has a wave that is not yet published' },
  'wave-already-published': {
    status: 409,
    title: 'This wave is already published. A release is never made again',
  },
  'organisation-empty': { status: 409, title: 'Import the organisation before you open a wave' },
  'too-few-people': { status: 409, title: 'The organisation has fewer people than the minimum group size' },
  'set-up-changed': {
    status: 409,
    title: 'Somebody else changed the set-up in the meantime. Nothing was changed. Read it anew',
  },
  'set-up-incomplete': { status: 409, title: 'Some steps of the set-up are not done yet' },
  'too-many-pulses': {
    status: 409,
    title: 'Everybody was asked as often in this quarter as your organisation allows',
  },
  'policy-falls': {
    status: 409,
    title: 'The thresholds of this programme are lower than in its last wave. They can rise and never fall',
  },
  'nothing-changes': { status: 409, title: 'This is how it is already. Nothing would change' },
  'change-waiting': {
    status: 409,
    title: 'Another change of this waits for a second person. Decide on it or withdraw it first',
  },
  'unknown-change': { status: 404, title: 'There is no such change, or what it is about is gone' },
  'change-decided': { status: 409, title: 'Somebody has already decided on this change' },
  'own-change': {
    status: 403,
    title: 'Nobody decides on a change of their own. Somebody else has to agree or decline',
  },
  'nobody-to-agree': {
    status: 409,
    title: 'Nobody is there to agree. Appoint somebody of the works council first',
  },
  'changed-meanwhile': {
    status: 409,
    title: 'What this would change is not as it was when it was proposed. Withdraw it, and propose it anew',
  },
  'auditor-by-rights': {
    status: 409,
    title: 'Who watches over the rules is appointed and dismissed where rights are given',
  },
  'auditor-address': {
    status: 409,
    title:
      'Whoever agrees to changes of the rules keeps the address. End the appointment where rights are given, change the address, and appoint the person again',
  },
  'own-rights': { status: 403, title: 'Nobody changes their own rights. Somebody else has to' },
  'last-of-role': {
    status: 409,
    title: 'This is the last HR of the whole organisation, or the last administrator. Appoint another first',
  },
  'hr-and-auditor': {
    status: 409,
    title: 'Nobody goes from HR to watching over it, or back, at once. Make the person an employee first',
  },
  'stand-in-not-possible': {
    status: 422,
    title: 'Name somebody else of the organisation, who does not watch over the rules',
  },
  'absence-not-possible': {
    status: 422,
    title: 'An absence ends today or later, not before it begins, and lasts at most 90 days',
  },
  'unknown-delegation': { status: 404, title: 'There is no such delegation' },
  'programme-changed': {
    status: 409,
    title: 'The waves of this programme have changed in the meantime. Nothing was changed. Try again',
  },
  'history-among-waves': {
    status: 409,
    title: 'Imported waves lie before all waves of the programme, or after all that were imported before',
  },
  'history-asks-otherwise': {
    status: 409,
    title: 'The imported questionnaire has no scale of this programme, so it would appear in no trend',
  },
  stopped: { status: 408, title: 'This was stopped. Nothing was changed' },
  'closes-in-the-past': { status: 422, title: 'The closing time lies in the past' },
  'k-below-floor': { status: 422, title: 'The minimum group size cannot be below 3' },
  'not-invited': { status: 403, title: 'You are not invited to this wave' },
  'ballot-already-collected': { status: 409, title: 'A ballot was already collected for you in this wave' },
  'answers-on-paper': { status: 403, title: 'You answer this wave on paper, with a sheet from the bowl' },
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
  'ballot-not-valid': { status: 403, title: 'This ballot is not valid' },
  'ballot-spent': { status: 409, title: 'This ballot was already used with other answers' },
  'answers-malformed': {
    status: 422,
    title: 'The answers do not fit the questions. Your ballot was not used up',
  },
  'release-refused': { status: 409, title: 'The auditor refused the release. Nothing was published' },
  'keys-missing': {
    status: 503,
    title:
      'The vault does not hold the keys that this needs. Nothing is lost as long as a copy of them is put back',
  },
  'unknown-subject': { status: 404, title: 'There is no such thing, or it is not for you' },
  'unknown-reply': { status: 404, title: 'There is no such reply of yours' },
  'subject-hidden': { status: 403, title: 'This was hidden by HR' },
  'nothing-hidden': { status: 409, title: 'This is not hidden, or the appeal was decided already' },
  'appealed-already': { status: 409, title: 'It is not hidden, or an appeal was made already' },
  'own-hiding': {
    status: 403,
    title: 'Nobody decides on an appeal against their own decision where somebody else can',
  },
  'passage-not-found': { status: 422, title: 'These words do not stand in the text' },
  'too-many-searches': { status: 429, title: 'That was much at once. Wait a minute' },
  'leads-nobody': { status: 422, title: 'Only who leads a unit can mark a slip as one of a leader' },
  'unknown-job': { status: 404, title: 'This is not in trouble any more' },
  'too-busy': { status: 503, title: 'Chorus is starting or stopping. Try again in a moment' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problemCatalogue
export const problemCode = z.enum(Object.keys(problemCatalogue) as [ProblemCode, ...ProblemCode[]])

/** A problem document (RFC 9457), `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCode,
  detail: z.string().optional(),
  /** Seconds after which it may be tried again, as in the header. */
  retryAfter: z.int().optional(),
  faults: z.array(fault).optional(),
  faultsInAll: z.int().optional(),
})
export type Problem = z.infer<typeof problem>
