import type { DemoReview } from './demo-reviews.ts'

/** The reviews of Platform's experiment: each within three days of a release, with one thing that was changed. */
export const demoShortReviews: readonly DemoReview[] = [
  {
    unit: 'platform',
    openedBy: 'infrastructure',
    facilitator: 'data',
    participants: ['firmware'],
    opened: -39,
    shared: -37,
    parts: (moment, day) => ({
      basics: {
        title: 'Release 4.3: a setting that only one workshop had',
        about: 'One workshop of forty had switched rounding off. Its prices were shown with four digits.',
        impact: 'Half a morning of odd prices in one place. Nobody paid a wrong one.',
        began: day(-40),
        ended: day(-40),
        due: day(-37),
        language: 'en',
        audience: 'organisation',
      },
      timeline: {
        moments: [
          { at: moment(-40, -120), what: 'The release goes out.' },
          { at: moment(-40, -60), what: 'The workshop calls and sends a picture of its screen.' },
          { at: moment(-40, -25), what: 'The setting is found and the old display is back.' },
        ],
      },
      decisions: { decisions: [] },
      factors: {
        factors: [
          {
            kind: 'information',
            what: 'No test knew of a setting that had been made by hand three years ago.',
          },
        ],
      },
      repair: {
        noticed: moment(-40, -60),
        restored: moment(-40, -25),
        how: 'A call and a picture were enough.',
      },
      lessons: { lessons: [] },
    }),
    actions: [
      {
        title: 'List which workshops have settings of their own',
        owner: 'Data',
        due: -30,
        state: 'done',
      },
    ],
  },
  {
    unit: 'platform',
    openedBy: 'data',
    facilitator: 'infrastructure',
    participants: ['firmware'],
    opened: -33,
    shared: -32,
    parts: (moment, day) => ({
      basics: {
        title: 'Release 4.4: Der Import lief zweimal',
        about: 'Zwei Server begannen den nächtlichen Import zur selben Minute.',
        impact: 'Doppelte Zeilen in einem Bericht, die am Vormittag entfernt wurden.',
        began: day(-34),
        ended: day(-33),
        due: day(-31),
        language: 'de',
        audience: 'organisation',
      },
      timeline: {
        moments: [
          { at: moment(-34, 840), what: 'Der Import beginnt auf zwei Servern.' },
          { at: moment(-33, -200), what: 'Beim Abgleich fällt die doppelte Summe auf.' },
          { at: moment(-33, -75), what: 'Die doppelten Zeilen sind entfernt.' },
        ],
      },
      decisions: { decisions: [] },
      factors: {
        factors: [
          {
            kind: 'process',
            what: 'Der zweite Server kam hinzu, ohne dass jemand an die nächtlichen Aufgaben dachte.',
          },
          { kind: 'knowledge of one', what: 'Wie der Import gestartet wird, wusste nur eine Person.' },
        ],
      },
      repair: {
        noticed: moment(-33, -200),
        restored: moment(-33, -75),
        how: 'Von Hand, mit der Liste des Abgleichs.',
      },
      lessons: { lessons: [] },
    }),
    actions: [
      {
        title: 'Der Import nimmt sich ein Schloss, bevor er beginnt',
        owner: 'Infrastructure',
        due: -20,
        state: 'done',
      },
    ],
  },
  {
    unit: 'platform',
    openedBy: 'firmware',
    facilitator: 'data',
    participants: ['infrastructure'],
    opened: -27,
    shared: -25,
    parts: (moment, day) => ({
      basics: {
        title: 'Release 4.5: a queue that filled over night',
        about: 'Mails of the workshops waited in a queue that nobody looked at after six.',
        impact: 'Some 200 confirmations came in the morning instead of the evening.',
        began: day(-28),
        ended: day(-27),
        due: day(-25),
        language: 'en',
        audience: 'organisation',
      },
      timeline: {
        moments: [
          { at: moment(-28, 360), what: 'The queue stops taking mails out.' },
          { at: moment(-28, 420), what: 'An alarm is sent to a list that has moved.' },
          { at: moment(-27, -240), what: 'Support asks why so many people call.' },
          { at: moment(-27, -205), what: 'The queue is started anew, and empties.' },
        ],
      },
      decisions: { decisions: [] },
      factors: {
        factors: [
          { kind: 'communication', what: 'The list of who gets alarms was changed in one of two places.' },
        ],
      },
      repair: {
        noticed: moment(-28, 420),
        restored: moment(-27, -205),
        how: 'Started anew by hand. Who was on call learned of it from Support, not from the alarm.',
      },
      lessons: { lessons: [] },
    }),
    actions: [{ title: 'One place that says who gets alarms', owner: 'Firmware', due: -14, state: 'done' }],
  },
  {
    unit: 'platform',
    openedBy: 'infrastructure',
    facilitator: 'firmware',
    participants: ['data'],
    opened: -21,
    shared: -20,
    parts: (moment, day) => ({
      basics: {
        title: 'Release 4.6: eine Warnung unter vielen',
        about: 'Ein Zertifikat lief ab. Die Warnung davor stand seit zwei Wochen zwischen hundert anderen.',
        impact: 'Eine Stunde lang keine Anmeldung im Testsystem. Kundinnen und Kunden merkten nichts.',
        began: day(-22),
        ended: day(-22),
        due: day(-19),
        language: 'de',
        audience: 'organisation',
      },
      timeline: {
        moments: [
          { at: moment(-22, 30), what: 'Das Zertifikat läuft ab.' },
          { at: moment(-22, 45), what: 'Wer testet, kommt nicht mehr hinein und sagt es im Kanal.' },
          { at: moment(-22, 100), what: 'Ein neues Zertifikat ist da.' },
        ],
      },
      decisions: { decisions: [] },
      factors: {
        factors: [{ kind: 'load', what: 'Hundert Warnungen am Tag, von denen eine zählt.' }],
      },
      repair: {
        noticed: moment(-22, 45),
        restored: moment(-22, 100),
        how: 'Nach der Anleitung, die es dafür gab.',
      },
      lessons: { lessons: [] },
    }),
    actions: [
      {
        title: 'Warnungen, die nichts bedeuten, abschalten',
        owner: 'alle, reihum',
        due: 6,
        state: 'under way',
      },
    ],
  },
]
