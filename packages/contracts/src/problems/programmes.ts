import type { ProblemPart } from './problem-part.ts'

/** Programmes and their waves, from the set-up to the release. */
export const programmeProblems = {
  'unknown-programme': { status: 404, title: 'There is no such programme' },
  'unknown-wave': { status: 404, title: 'There is no such wave' },
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
  'closes-in-the-past': { status: 422, title: 'The closing time lies in the past' },
  'k-below-floor': { status: 422, title: 'The minimum group size cannot be below 3' },
  'release-refused': { status: 409, title: 'The auditor refused the release. Nothing was published' },
  'keys-missing': {
    status: 503,
    title:
      'The vault does not hold the keys that this needs. Nothing is lost as long as a copy of them is put back',
  },
  'unknown-job': { status: 404, title: 'This is not in trouble any more' },
} as const satisfies ProblemPart
