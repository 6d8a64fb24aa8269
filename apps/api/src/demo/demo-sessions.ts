import type { BeginReflection } from '@chorus/contracts/reflections'

/** Days are counted from the day the demo is filled: negative ones lie before it. `by` counts the people of the unit and below it. */
type DemoPost = {
  readonly prompt: number
  readonly by: number
  readonly text: string
  readonly alike?: readonly number[]
  readonly reply?: { readonly by: number; readonly text: string }
}
export type DemoSession = Pick<BeginReflection, 'title' | 'prompts' | 'everyWeeks'> & {
  readonly unit: string
  readonly begun: number
  readonly posts: readonly DemoPost[]
  /** Null while everybody still writes alone. */
  readonly summary: { readonly on: number; readonly heard: string; readonly doing: string } | null
  readonly action: { readonly title: string; readonly due: number; readonly note: string } | null
}

/** Platform saw low figures after a pulse and talked about it; Infrastructure is just writing. */
export const demoSessions: readonly DemoSession[] = [
  {
    unit: 'platform',
    title: 'What our last pulse says about mistakes',
    prompts: [
      'What in our results surprised you?',
      'What makes it hard here to talk about a mistake?',
      'Which one thing should be different by the next pulse?',
    ],
    everyWeeks: 8,
    begun: -48,
    posts: [
      {
        prompt: 0,
        by: 2,
        text: 'That we agree with each other so much. I thought it was only me who keeps quiet after a bad release.',
        alike: [3, 5, 9],
      },
      {
        prompt: 0,
        by: 0,
        text: 'How low “we talk about errors” is. I had believed that my door is open. That is not the same as asking.',
        alike: [2, 4],
        reply: {
          by: 4,
          text: 'Danke, dass du das so sagst. Ein fester Termin wäre leichter als eine offene Tür.',
        },
      },
      {
        prompt: 1,
        by: 12,
        text: 'Nach dem Ausfall im Gateway war die erste Frage: Wer war das? Danach hat niemand mehr etwas geschrieben.',
        alike: [2, 3, 14, 16],
      },
      {
        prompt: 1,
        by: 5,
        text: 'Reviews come three weeks later. By then everybody remembers a different story.',
        alike: [6],
        reply: { by: 13, text: 'And the logs are gone after fourteen days.' },
      },
      {
        prompt: 1,
        by: 14,
        text: 'Es gibt keinen Ort dafür. Im Daily ist keine Zeit, und danach ist die nächste Aufgabe da.',
      },
      {
        prompt: 2,
        by: 3,
        text: 'A review within three days of every failed release, and its first page never holds a name.',
        alike: [0, 2, 5, 12, 13],
      },
      {
        prompt: 2,
        by: 16,
        text: 'Dass die Leitung einmal mit einem eigenen Fehler anfängt.',
        alike: [9, 12],
      },
    ],
    summary: {
      on: -46,
      heard:
        'Talking about a mistake feels like owning up, because the first question is who and not how. Reviews come too late to be of use. Wir haben keinen festen Ort dafür. Nobody believes that others mean it badly.',
      doing:
        'We review every failed release within three days, without names. The first one is about a slip of the lead. After the next pulse we look whether anything moved.',
    },
    action: {
      title: 'Review every failed release within three days, without blame',
      due: -5,
      note: 'Four reviews so far, all within three days. Three of them led to something that is done already.',
    },
  },
  {
    unit: 'infrastructure',
    title: 'After the failed gateway release',
    prompts: [
      'What did we expect to happen?',
      'What made it likely: process, tools, information, load?',
      'What do we keep, and what do we do differently next time?',
    ],
    everyWeeks: null,
    begun: -1,
    posts: [
      { prompt: 0, by: 1, text: 'Dass das Zurückrollen so schnell geht wie im Probelauf.' },
      {
        prompt: 1,
        by: 3,
        text: 'Two of us were on call for three services. The alert came on a channel that nobody watched.',
      },
      {
        prompt: 2,
        by: 5,
        text: 'Keep: we told Support within ten minutes. Change: somebody who knows the rollback is there.',
      },
    ],
    summary: null,
    action: null,
  },
]
