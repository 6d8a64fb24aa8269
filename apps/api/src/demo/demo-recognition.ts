/** Somebody of the made-up company: the unit, and the place in it; 0 leads it. */
export type DemoSeat = readonly [unit: string, place: number]

type DemoThanks = {
  readonly from: DemoSeat
  readonly to: { readonly team: string } | { readonly people: readonly DemoSeat[] }
  readonly did: string
  readonly enabled: string
  readonly value: string
  /** Days from the day on which the demo is filled. */
  readonly day: number
}

/** What people of the made-up company thank each other for, around the release that failed and what came of it. */
export const demoThanks: readonly DemoThanks[] = [
  {
    from: ['support', 3],
    to: { team: 'infrastructure' },
    did: 'Told us within ten minutes that the Friday release was at fault, and kept telling us where things stood until it was taken back.',
    enabled: 'We could tell riders what would happen next and when, and not that we knew nothing.',
    value: 'candour',
    day: -47,
  },
  {
    from: ['infrastructure', 4],
    to: { people: [['platform', 0]] },
    did: 'Opened the review with a slip of their own: they had waved the checklist through.',
    enabled: 'After that nobody had to hide anything. We found the missing rollback step in half an hour.',
    value: 'owning mistakes',
    day: -41,
  },
  {
    from: ['late-shift', 0],
    to: {
      people: [
        ['early-shift', 6],
        ['early-shift', 11],
      ],
    },
    did: 'Haben bei der Übergabe nicht nur die Stückzahl aufgeschrieben, sondern auch, welche Lehre klemmt und was sie schon probiert haben.',
    enabled: 'Wir haben nicht noch einmal von vorn gesucht und die Gabeln waren am Abend fertig.',
    value: 'Sorgfalt',
    day: -26,
  },
  {
    from: ['data', 2],
    to: {
      people: [
        ['infrastructure', 5],
        ['tooling', 1],
      ],
    },
    did: 'Sat down with us for two mornings and let us take a release back ourselves, with them only watching.',
    enabled: 'Three of us can do it now. Nobody has to be called on a Sunday for it.',
    value: 'sharing knowledge',
    day: -17,
  },
  {
    from: ['frame', 3],
    to: { team: 'test-lab' },
    did: 'Hat den Dauerlauf abgebrochen und gesagt, dass die Halterung falsch eingespannt war, statt den Wert durchzuwinken.',
    enabled:
      'Wir haben den Rahmen nicht auf eine falsche Zahl hin geändert. Das hätte uns einen Monat gekostet.',
    value: 'Offenheit',
    day: -9,
  },
  {
    from: ['sales-south', 2],
    to: { people: [['firmware', 1]] },
    did: 'Came along to the dealer and listened for an hour before explaining anything.',
    enabled: 'We know now which two messages on the display nobody understands.',
    value: '',
    day: -3,
  },
]

type DemoFeedback = {
  readonly from: DemoSeat
  readonly to: DemoSeat
  readonly question: string
  readonly situation: string
  readonly behaviour: string
  readonly effect: string
  readonly wish: string
  readonly read: boolean
  readonly day: number
}

/** A pair of colleagues: one asked and was answered, one writes unasked. */
export const demoFeedback: readonly DemoFeedback[] = [
  {
    from: ['data', 2],
    to: ['infrastructure', 5],
    question: 'What should I keep doing, and what could I do differently, when we review a release?',
    situation: 'In the review of the Friday release, when we went through the timeline.',
    behaviour: 'You asked the two newest colleagues first, and wrote down what they said in their own words.',
    effect:
      'I heard two things that nobody had told us before. I also dared to say that I had not understood the checklist.',
    wish: 'Please keep that. And leave a pause before you offer the next step: I needed a little longer.',
    read: true,
    day: -12,
  },
  {
    from: ['infrastructure', 8],
    to: ['infrastructure', 5],
    question: '',
    situation: 'Am Dienstag bei der Übergabe der Bereitschaft.',
    behaviour:
      'Du hast mir gezeigt, wo das Zurücknehmen beschrieben ist, und mich den ersten Schritt selbst machen lassen.',
    effect: 'In der Nacht auf Mittwoch wusste ich, was zu tun war, und musste niemanden wecken.',
    wish: '',
    read: false,
    day: -2,
  },
]

/** What a colleague still asks of the one whose link is printed. */
export const demoRequest: Pick<DemoFeedback, 'from' | 'to' | 'question' | 'day'> = {
  from: ['tooling', 1],
  to: ['infrastructure', 5],
  question: 'What could I do differently when I explain the build to people outside of Tooling?',
  day: -1,
}

/** What teams know, and who says that they could step in. */
export const demoTopics: readonly {
  readonly unit: string
  readonly title: string
  readonly people: readonly DemoSeat[]
}[] = [
  {
    unit: 'infrastructure',
    title: 'Take a release back',
    people: [
      ['infrastructure', 5],
      ['infrastructure', 8],
      ['data', 2],
    ],
  },
  { unit: 'infrastructure', title: 'Restore the order database', people: [['infrastructure', 1]] },
  {
    unit: 'infrastructure',
    title: 'Renew the certificates',
    people: [
      ['infrastructure', 3],
      ['infrastructure', 5],
    ],
  },
  { unit: 'infrastructure', title: 'Talk to the data centre at night', people: [] },
  {
    unit: 'infrastructure',
    title: 'Pay run of the month: what IT has to do',
    people: [['infrastructure', 9]],
  },
  {
    unit: 'data',
    title: 'Repair the nightly load',
    people: [
      ['data', 1],
      ['data', 2],
    ],
  },
  { unit: 'tooling', title: 'Build server', people: [['tooling', 1]] },
  {
    unit: 'early-shift',
    title: 'Anlage 3 neu einrichten',
    people: [
      ['early-shift', 2],
      ['early-shift', 7],
    ],
  },
  { unit: 'paint', title: 'Farbwechsel ohne Stillstand', people: [['paint', 1]] },
]
