import type { ActionNote, ActionState } from '@chorus/contracts/actions'
import type { Theme } from '@chorus/contracts/themes'

/** Days are counted from the day the demo is filled: negative ones lie before it. */
export type DemoAction = {
  readonly unit: string
  readonly title: string
  /** A core scale, what comments were about, or what it answers in words. */
  readonly answers: { readonly scale: string } | { readonly theme: Theme } | { readonly words: string }
  /** Whoever leads the unit, or words. */
  readonly owner: 'lead' | { readonly words: string }
  readonly due: number
  readonly state: ActionState
  readonly notes: readonly { readonly day: number; readonly state?: ActionState; readonly text: string }[]
}

const safety = { scale: 'psychological-safety' }
const belonging = { scale: 'belonging' }

/** What teams of the made-up company do about their climate: some done, some late, one let go, as it is. */
export const demoActions: readonly DemoAction[] = [
  {
    unit: 'company',
    title: 'Every team talks about its results within three weeks of publishing',
    answers: { words: 'Few teams had seen their own results' },
    owner: { words: 'the heads of all divisions' },
    due: 20,
    state: 'under way',
    notes: [{ day: -18, state: 'under way', text: 'Engineering and Customers have begun.' }],
  },
  {
    unit: 'engineering',
    title: 'Say in advance what a reorganisation will change, and what is still open',
    answers: { theme: 'information' },
    owner: 'lead',
    due: -6,
    state: 'done',
    notes: [
      {
        day: -20,
        state: 'under way',
        text: 'Open hour every Thursday; the questions and answers are written down.',
      },
      { day: -7, state: 'done', text: 'The page is there, and every team lead knows where.' },
    ],
  },
  {
    unit: 'engineering',
    title: 'Rotate who leads the weekly review',
    answers: belonging,
    owner: 'lead',
    due: 25,
    state: 'planned',
    notes: [],
  },
  {
    unit: 'platform',
    title: 'Write down after each incident what we learned, without names',
    answers: safety,
    owner: 'lead',
    due: -4,
    state: 'under way',
    notes: [
      {
        day: -15,
        state: 'under way',
        text: 'Two of four are written. The form was too long; we shortened it.',
      },
    ],
  },
  {
    unit: 'infrastructure',
    title: 'Two people share each night on call',
    answers: safety,
    owner: 'lead',
    due: 12,
    state: 'under way',
    notes: [
      { day: -16, state: 'under way', text: 'Tried in one of three rotations. Nobody wants to go back.' },
      { day: -5, text: 'Second rotation follows on Monday.' },
    ],
  },
  {
    unit: 'infrastructure',
    title: 'Newcomers have somebody beside them in the first month',
    answers: belonging,
    owner: { words: 'all of us, in turn' },
    due: -9,
    state: 'done',
    notes: [{ day: -10, state: 'done', text: 'The list is on the wall; the first pair started this week.' }],
  },
  {
    unit: 'firmware',
    title: 'Hear both halves of the team: one hour each about the release plan',
    answers: { words: 'We see it very differently' },
    owner: 'lead',
    due: 5,
    state: 'planned',
    notes: [],
  },
  {
    unit: 'early-shift',
    title: 'Five minutes at the start of the shift for what went wrong yesterday',
    answers: safety,
    owner: 'lead',
    due: 9,
    state: 'under way',
    notes: [{ day: -12, state: 'under way', text: 'Works on three of five days.' }],
  },
  {
    unit: 'plant',
    title: 'A suggestion box at every line',
    answers: safety,
    owner: 'lead',
    due: -30,
    state: 'let go',
    notes: [
      {
        day: -21,
        state: 'let go',
        text: 'Nobody used it. The five minutes at the start of the shift do more.',
      },
    ],
  },
  {
    unit: 'support',
    title: 'Nobody answers an angry call alone: a second headset at each desk',
    answers: safety,
    owner: 'lead',
    due: -14,
    state: 'done',
    notes: [
      { day: -45, state: 'under way', text: 'Headsets are ordered.' },
      { day: -15, state: 'done', text: 'In use since Monday.' },
    ],
  },
  {
    unit: 'support',
    title: 'Show the team each month which of its proposals were built',
    answers: belonging,
    owner: { words: 'Support with Rider App' },
    due: 18,
    state: 'under way',
    notes: [{ day: -8, state: 'under way', text: 'First list shown: four of eleven are built.' }],
  },
]

/** Its notes by day, oldest first. @param dayOf ISO day of a number of days from today */
export function notesOf({ notes }: DemoAction, dayOf: (day: number) => string): ActionNote[] {
  return notes.map(({ day, state = null, text }) => ({ on: dayOf(day), state, text }))
}
