import type { ActionState } from '@chorus/contracts/actions'
import type { ReviewParts } from '@chorus/contracts/reviews'

/** Days and minutes are counted from noon (UTC) of the day on which the demo is filled: negative days lie before it. */
export type DemoReview = {
  readonly unit: string
  /** Units whose heads opened it, lead it and take part. */
  readonly openedBy: string
  readonly facilitator: string
  readonly participants: readonly string[]
  readonly opened: number
  /** Null for a draft. */
  readonly shared: number | null
  readonly parts: (
    moment: (day: number, minutes: number) => string,
    day: (day: number) => string,
  ) => ReviewParts
  readonly actions: readonly {
    readonly title: string
    readonly owner: string
    readonly due: number
    readonly state: ActionState
  }[]
}

/** Part of one story: Platform saw low figures for learning from mistakes, and held reviews of its releases; this one had to be taken back. */
export const demoReviews: readonly DemoReview[] = [
  {
    unit: 'platform',
    openedBy: 'platform',
    facilitator: 'firmware',
    participants: ['infrastructure', 'data', 'support'],
    opened: -16,
    shared: -12,
    parts: (moment, day) => ({
      basics: {
        title: 'The release that had to be taken back',
        about:
          'A release changed how the app signs in to the workshop service. It went out at noon and was taken back late in the afternoon, the first one since 4.2.',
        impact:
          'For five hours about one in six riders could not book a workshop. Support took 140 calls more than on other days. No data were lost.',
        began: day(-18),
        ended: day(-17),
        due: day(-11),
        language: 'en',
        audience: 'organisation',
      },
      timeline: {
        moments: [
          { at: moment(-18, 5), what: 'The release goes out. All tests are green.' },
          { at: moment(-18, 40), what: 'First calls reach Support. Each looks like a forgotten password.' },
          {
            at: moment(-18, 130),
            what: 'The support lead sees the pattern and asks in the channel of the release.',
          },
          {
            at: moment(-18, 145),
            what: 'The engineer on call looks at the error rate. It is below the alarm: the alarm counts all sign-ins, and most come from the other app.',
          },
          {
            at: moment(-18, 240),
            what: 'The steps for taking a release back are found. They name a machine that is gone.',
          },
          { at: moment(-18, 310), what: 'The release is taken back. Bookings work again.' },
        ],
      },
      decisions: {
        decisions: [
          {
            title: 'To release on a day on which one of two people was away',
            known: 'The change had been waiting for a week, and two teams were blocked by it.',
            chosen:
              'To release. The tests were green, and the last releases had needed no more than an hour of repair.',
            others: 'To wait until both were there, or to release to one region first.',
          },
          {
            title: 'To look for the cause before taking it back',
            known: 'The error rate looked normal. Taking back takes an hour and stops everybody else.',
            chosen: 'To search for forty minutes, because it looked like something small.',
            others: 'To take back at once and search afterwards.',
          },
        ],
      },
      factors: {
        factors: [
          {
            kind: 'tool',
            what: 'The alarm counts both apps together, so that a fault in the smaller one stays below it.',
          },
          { kind: 'knowledge of one', what: 'Only one person had ever taken a release back.' },
          {
            kind: 'information',
            what: 'The steps for taking back had not been tried since the servers moved.',
          },
          {
            kind: 'communication',
            what: 'Support had no way to say “several people, the same thing” to those who release.',
          },
          { kind: 'load', what: 'Two releases and an audit fell into the same week.' },
        ],
      },
      repair: {
        noticed: moment(-18, 130),
        restored: moment(-18, 310),
        how: 'The release was taken back by hand. What helped: Support had written down each call with its time, so that the beginning was clear within minutes.',
      },
      lessons: {
        lessons: [
          {
            text: 'An alarm for all together says nothing about the few. Count each app by itself.',
            lesson: null,
          },
          {
            text: 'Steps that nobody has tried for half a year are a guess. Try them on a quiet day.',
            lesson: null,
          },
        ],
      },
    }),
    actions: [
      {
        title: 'An alarm of its own for each app',
        owner: 'whoever is on call this month',
        due: 10,
        state: 'planned',
      },
      {
        title: 'Take a release back once a quarter, on purpose, with somebody who has never done it',
        owner: 'Infrastructure',
        due: 24,
        state: 'planned',
      },
    ],
  },
  {
    unit: 'platform',
    openedBy: 'infrastructure',
    facilitator: 'engineering',
    participants: ['platform', 'data'],
    opened: -2,
    shared: null,
    parts: (moment, day) => ({
      basics: {
        title: 'Die Nachtsicherung, die zwei Tage lang leer war',
        about:
          'Nach dem Umzug der Datenbank lief die nächtliche Sicherung ohne Fehler durch und schrieb nichts.',
        impact: 'Zwei Nächte ohne Sicherung. Gebraucht hat sie zum Glück niemand.',
        began: day(-5),
        ended: day(-3),
        due: day(9),
        language: 'de',
        audience: 'unit',
      },
      timeline: {
        moments: [
          { at: moment(-5, 420), what: 'Die Datenbank zieht auf den neuen Server um.' },
          {
            at: moment(-5, 840),
            what: 'Die Sicherung meldet „fertig“. Sie hat den alten Pfad gesichert, der leer ist.',
          },
          {
            at: moment(-3, -180),
            what: 'Beim monatlichen Blick auf den Speicherplatz fällt auf, dass er nicht wächst.',
          },
        ],
      },
      decisions: { decisions: [] },
      factors: {
        factors: [
          {
            kind: 'tool',
            what: 'Die Sicherung prüft, ob sie durchgelaufen ist, und nicht, ob etwas darin steht.',
          },
        ],
      },
      repair: { noticed: moment(-3, -180), restored: null, how: '' },
      lessons: { lessons: [] },
    }),
    actions: [],
  },
]
