import type { ProblemPart } from './problem-part.ts'

/** Changes of the rules, rights and standing in. */
export const ruleProblems = {
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
} as const satisfies ProblemPart
