import type { ActionState } from '@chorus/contracts/actions'
import type { Criterion } from '@chorus/contracts/experiments'

/** Days are counted from the day the demo is filled: negative ones lie before it. */
export type DemoExperiment = {
  readonly unit: string
  readonly title: string
  readonly hypothesis: string
  readonly doing: string
  /** A core scale. */
  readonly measure: string
  readonly from: number
  readonly to: number
  readonly criterion: Criterion
  readonly amended?: { readonly day: number; readonly criterion: Criterion }
  readonly actions: readonly DemoStep[]
  /** The title of the learning moment that it became, and whose unit told it. */
  readonly lesson?: { readonly unit: string; readonly title: string }
}

/** What is done for it: by whoever leads the unit, or by one of its people. */
type DemoStep = {
  readonly unit: string
  readonly title: string
  readonly owner: 'lead' | { readonly person: string }
  readonly due: number
  readonly state: ActionState
  readonly note: { readonly day: number; readonly text: string }
}

/**
 * What teams of the made-up company try. Platform tried what its session after the last but one pulse came to, and the last one moved
 * (`climate-model.ts`); the Paint Shop tries something now; Tooling is too small for anybody to tell.
 */
export const demoExperiments: readonly DemoExperiment[] = [
  {
    unit: 'platform',
    title: 'Review every release within three days, without blame',
    hypothesis:
      'After release 4.2 failed, people waited for somebody to be named. If we look at every release together within three days, the good ones too, and ask what made sense at the time, people will say sooner what went wrong.',
    doing:
      'Half an hour within three days of each release. Somebody else leads it each time. We write down roles, not names, and one thing that we change.',
    measure: 'psychological-safety',
    from: -42,
    to: -20,
    criterion: { direction: 'up', least: 0.5 },
    amended: { day: -34, criterion: { direction: 'up', least: 1 } },
    actions: [
      {
        unit: 'platform',
        title: 'A half hour for the review is in the calendar of each release',
        owner: 'lead',
        due: -36,
        state: 'done',
        note: { day: -37, text: 'Comes with the release ticket now.' },
      },
      {
        unit: 'infrastructure',
        title: 'Write down how to take a release back, so that not only two people can',
        owner: { person: 'm020' },
        due: 12,
        state: 'under way',
        note: {
          day: -14,
          text: 'Somebody who had never done it tried the first draft. Two steps were missing.',
        },
      },
    ],
    lesson: { unit: 'infrastructure', title: 'Four releases, four short reviews, and the pulse moved' },
  },
  {
    unit: 'paint',
    title: 'Jede Woche eine Panne erzählen, die Leitung fängt an',
    hypothesis:
      'Über eigene Fehler sprechen bei uns nur wenige. Wenn die Leitung jede Woche mit einer eigenen Panne beginnt, trauen sich mehr, weil sie sehen, dass nichts Schlimmes folgt.',
    doing:
      'Montags fünf Minuten in der Teamrunde. Eine Panne, was sie gezeigt hat, was wir jetzt anders machen.',
    measure: 'psychological-safety',
    from: -10,
    to: 45,
    criterion: { direction: 'up', least: 0.5 },
    actions: [
      {
        unit: 'paint',
        title: 'Die ersten drei Montage übernimmt die Leitung',
        owner: 'lead',
        due: 11,
        state: 'under way',
        note: { day: -3, text: 'Der erste Montag war still, danach kamen zwei auf dem Flur.' },
      },
    ],
  },
  {
    unit: 'tooling',
    title: 'Pair up on every change to the build for a month',
    hypothesis: 'If two of us know each change, nobody is afraid of being the one who broke it.',
    doing: 'No change to the build goes in that only one person has seen.',
    measure: 'psychological-safety',
    from: -60,
    to: -20,
    criterion: { direction: 'up', least: 1 },
    actions: [],
  },
]
