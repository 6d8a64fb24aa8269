type Step =
  | 'arrive'
  | 'result'
  | 'alone'
  | 'talk'
  | 'talk-first'
  | 'break'
  | 'talk-second'
  | 'choose'
  | 'step'
  | 'close'

export type Agenda = {
  readonly id: 'short' | 'long'
  readonly minutes: number
  readonly steps: readonly { readonly step: Step; readonly minutes: number }[]
}

/** Two ways to spend the time: one question in a meeting that is there anyway, or two with time to think. */
export const agendas: readonly Agenda[] = [
  {
    id: 'short',
    minutes: 20,
    steps: [
      { step: 'arrive', minutes: 2 },
      { step: 'result', minutes: 3 },
      { step: 'alone', minutes: 2 },
      { step: 'talk', minutes: 8 },
      { step: 'step', minutes: 4 },
      { step: 'close', minutes: 1 },
    ],
  },
  {
    id: 'long',
    minutes: 120,
    steps: [
      { step: 'arrive', minutes: 5 },
      { step: 'result', minutes: 10 },
      { step: 'alone', minutes: 5 },
      { step: 'talk-first', minutes: 25 },
      { step: 'break', minutes: 10 },
      { step: 'talk-second', minutes: 25 },
      { step: 'choose', minutes: 15 },
      { step: 'step', minutes: 15 },
      { step: 'close', minutes: 10 },
    ],
  },
]
