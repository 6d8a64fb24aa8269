import type { ReactionKind } from '@chorus/contracts/community'
import type { LessonKind } from '@chorus/contracts/lessons'

/** Somebody of the demo: a place in a unit, 0 for who leads it. */
export type DemoAuthor = readonly [unit: string, place: number]

/** Days are counted from the day the demo is filled: negative ones lie before it. */
type DemoLesson = {
  readonly by: DemoAuthor
  readonly day: number
  readonly language: 'en' | 'de'
  readonly kind: LessonKind
  readonly title: string
  readonly happened: string
  readonly learned: string
  readonly now: string
  readonly tags: readonly string[]
  readonly goal?: string
  readonly onlyUnit?: true
  readonly leadersOwn?: true
  readonly goodExample?: true
  readonly replies?: readonly { readonly by: DemoAuthor; readonly day: number; readonly text: string }[]
  readonly reactions?: readonly (readonly [by: DemoAuthor, reaction: ReactionKind])[]
}

/**
 * What the made-up company learned. Most of it is one story: a release of Platform failed, its review hurt, and they tried to look at every
 * release within three days and without blame.
 */
export const demoLessons: readonly DemoLesson[] = [
  {
    by: ['platform', 0],
    day: -52,
    language: 'en',
    kind: 'went wrong',
    title: 'I asked “who did this?” in front of everybody',
    happened:
      'After release 4.2 took the rider app down for two hours, I opened the meeting with “who did this?”. Nobody spoke for the rest of it. In the next pulse, learning from mistakes was the lowest of our figures.',
    learned:
      'The question I asked decided what I would hear. People had seen the trouble two days before and had not said so, because the meeting before that went the same way.',
    now: 'I begin with what happened, minute by minute, and I go last.',
    tags: ['release', 'blameless', 'leading'],
    goal: 'Q3 reliability',
    leadersOwn: true,
    goodExample: true,
    replies: [
      {
        by: ['infrastructure', 3],
        day: -51,
        text: 'Thank you for writing this down. It changed how the next meeting felt.',
      },
      { by: ['battery', 0], day: -50, text: 'Das hätte ich sein können. Ich probiere es am Montag so.' },
    ],
    reactions: [
      [['infrastructure', 3], 'thank you'],
      [['data', 2], 'thank you'],
      [['battery', 0], 'same here'],
      [['support', 0], 'useful'],
    ],
  },
  {
    by: ['tooling', 2],
    day: -47,
    language: 'en',
    kind: 'went wrong',
    title: 'The rollback was written down, and nobody had ever tried it',
    happened:
      'Release 4.2 had to be taken back. The page for that named a machine that we had switched off in spring. We found out at night, one step at a time: two hours in place of ten minutes.',
    learned:
      'Instructions that nobody follows go stale without a sound. To have written them down is not to know that they work.',
    now: 'Once a month somebody who has never done it takes a release back, with nothing but the page. What does not work is mended on the same day.',
    tags: ['release', 'rollback', 'on call'],
    goal: 'Q3 reliability',
    goodExample: true,
    replies: [
      {
        by: ['firmware', 2],
        day: -46,
        text: 'Our page for the signing key is three years old, and I know what we will find. May we copy how you practise?',
      },
      { by: ['tooling', 2], day: -46, text: 'Gladly. Come to the next one, and take the keyboard.' },
    ],
    reactions: [
      [['firmware', 2], 'same here'],
      [['app', 1], 'useful'],
      [['test-lab', 1], 'useful'],
    ],
  },
  {
    by: ['data', 3],
    day: -43,
    language: 'de',
    kind: 'changed our mind',
    title: 'Drei Tage reichen für einen Rückblick, drei Wochen nicht',
    happened:
      'Rückblicke auf Releases machten wir am Ende des Quartals. Da wusste niemand mehr, was wann geschehen war, und wir stritten über Erinnerungen.',
    learned:
      'Je später der Rückblick, desto mehr geht es um Personen. Am dritten Tag stehen die Ereignisse noch im Protokoll, und die Aufregung ist vorbei.',
    now: 'Versuch bis zur nächsten Umfrage: Jeder Release wird innerhalb von drei Tagen besprochen, ohne Schuldfrage.',
    tags: ['release', 'blameless', 'experiment'],
    goal: 'Q3 reliability',
    replies: [{ by: ['platform', 0], day: -42, text: 'Machen wir. Ich halte mir die Tage frei.' }],
    reactions: [
      [['infrastructure', 6], 'useful'],
      [['tooling', 0], 'useful'],
    ],
  },
  {
    by: ['tooling', 1],
    day: -33,
    language: 'en',
    kind: 'went well',
    title: 'The quiet five minutes before we talk about a release',
    happened:
      'In the third of the short reviews everybody wrote for five minutes before anybody spoke. Two people who had never said anything had the two most useful notes.',
    learned: 'Writing first gives the quiet ones the same start. It costs five minutes.',
    now: 'Every review begins that way.',
    tags: ['release', 'blameless', 'meetings'],
    reactions: [
      [['data', 5], 'thank you'],
      [['marketing', 2], 'useful'],
    ],
  },
  {
    by: ['infrastructure', 6],
    day: -18,
    language: 'en',
    kind: 'went well',
    title: 'Four releases, four short reviews, and the pulse moved',
    happened:
      'We held to three days for each of the last four releases. In the newest pulse, more of us say that mistakes are talked about here.',
    learned:
      'We cannot say that the reviews alone did it; the pulse has an interval, and the reorganisation ended in the same month. But nobody wants the old meetings back.',
    now: 'We keep the rhythm, and offer to sit in with any team that wants to try it.',
    tags: ['release', 'experiment', 'blameless'],
    goal: 'Q4 reliability',
    goodExample: true,
    replies: [{ by: ['firmware', 0], day: -17, text: 'Wir würden gern einmal dabei sein. Nächste Woche?' }],
    reactions: [
      [['engineering', 0], 'thank you'],
      [['firmware', 0], 'useful'],
      [['people-team', 1], 'useful'],
    ],
  },
  {
    by: ['battery', 2],
    day: -61,
    language: 'de',
    kind: 'went wrong',
    title: 'Der Prüfstand war falsch kalibriert, und drei von uns hatten es vermutet',
    happened:
      'Zwei Wochen Messungen waren wertlos. Drei Leute fanden die Werte merkwürdig, sagten es aber nur untereinander.',
    learned:
      'Eine Vermutung, die man am Kaffeeautomaten äußert, gehört ins Messprotokoll, auch wenn sie falsch sein kann.',
    now: 'Jede Messreihe hat ein Feld „Das kommt mir komisch vor“. Wer es ausfüllt, muss nichts beweisen.',
    tags: ['test bench', 'speaking up'],
    goodExample: true,
    reactions: [
      [['test-lab', 2], 'same here'],
      [['frame', 3], 'useful'],
    ],
  },
  {
    by: ['early-shift', 4],
    day: -28,
    language: 'de',
    kind: 'went well',
    title: 'Fünf Minuten zu Schichtbeginn haben eine Stunde Nacharbeit gespart',
    happened:
      'An Linie 2 war am Abend zuvor ein Drehmomentschlüssel getauscht worden, und aufgeschrieben hatte es niemand. In den fünf Minuten kam es zur Sprache, bevor das erste Rad montiert war.',
    learned: 'Was bei der Übergabe nicht gesagt wird, wird später gesucht.',
    now: 'Der Zettel mit den drei Fragen hängt an jeder Linie: Was ist anders? Was ist offen? Was war knapp?',
    tags: ['hand-over', 'shift'],
    replies: [{ by: ['late-shift', 3], day: -27, text: 'Wir haben den Zettel übernommen.' }],
    reactions: [
      [['plant', 0], 'thank you'],
      [['late-shift', 3], 'useful'],
    ],
  },
  {
    by: ['support', 3],
    day: -39,
    language: 'en',
    kind: 'changed our mind',
    title: 'We stopped timing calls',
    happened:
      'Calls were to take six minutes. People called back two days later, because half of the trouble was still there.',
    learned: 'The clock made us finish the call, not the trouble.',
    now: 'We look at how many had to call again, for the whole team and never for one person.',
    tags: ['customers', 'measures'],
    goal: 'Fewer calls for the same trouble',
    reactions: [
      [['customers', 0], 'thank you'],
      [['sales-south', 2], 'useful'],
    ],
  },
  {
    by: ['firmware', 3],
    day: -24,
    language: 'en',
    kind: 'went wrong',
    title: 'Half of us heard the plan, half of us guessed it',
    happened:
      'The release plan was told in a meeting that four of eight could attend. The other four built for the older one.',
    learned: 'A plan that is only spoken is two plans.',
    now: 'The plan is one page, and the page is the plan. Each change on it has its date.',
    tags: ['release', 'hand-over'],
    onlyUnit: true,
    replies: [
      {
        by: ['firmware', 0],
        day: -23,
        text: 'I should have written it down at once. The page is there now.',
      },
    ],
  },
  {
    by: ['warehouse', 1],
    day: -57,
    language: 'de',
    kind: 'went wrong',
    title: 'Die falsche Palette ging nach Lyon',
    happened:
      'Zwei Etiketten sahen sich so ähnlich, dass wir beim Scannen nicht mehr hinsahen. Die Kundin merkte es vor uns.',
    learned:
      'Wenn zwei Dinge verwechselt werden können, werden sie verwechselt. Das liegt am Etikett, nicht an den Leuten.',
    now: 'Sendungen ins Ausland haben ein Etikett in anderer Farbe und Form.',
    tags: ['labels', 'customers'],
    reactions: [[['transport', 2], 'same here']],
  },
  {
    by: ['app', 3],
    day: -12,
    language: 'en',
    kind: 'went well',
    title: 'A rider told us more in ten minutes than the dashboard in a month',
    happened:
      'Each of us rode along with a customer for a morning. All five of us saw the same thing: nobody hits the unlock button with gloves on.',
    learned: 'We had measured that people unlock slowly, and never seen why.',
    now: 'One morning with a rider before each larger change.',
    tags: ['customers', 'research'],
    reactions: [
      [['marketing', 4], 'useful'],
      [['product', 0], 'thank you'],
    ],
  },
  {
    by: ['finance', 2],
    day: -9,
    language: 'de',
    kind: 'changed our mind',
    title: 'Wir fragen nach, bevor wir Rechnungen zurückschicken',
    happened:
      'Rechnungen ohne Bestellnummer gingen ohne Anruf zurück. Ein kleiner Lieferant hätte uns fast die Sättel nicht mehr geliefert.',
    learned: 'Die Regel war für große Lieferanten gemacht. Ein Anruf von zwei Minuten hätte genügt.',
    now: 'Unter 2.000 Euro rufen wir an, bevor etwas zurückgeht.',
    tags: ['suppliers', 'rules'],
  },
  {
    by: ['frame', 0],
    day: -6,
    language: 'de',
    kind: 'went wrong',
    title: 'Ich habe eine Zusage gegeben, die nicht meine war',
    happened:
      'Im Gespräch mit Sales South sagte ich einen Termin zu, den nur die Lackiererei halten kann. Dort erfuhren sie es aus dem Kalender.',
    learned: 'Eine Zusage für andere ist keine Zusage. Nachfragen hätte eine halbe Stunde gedauert.',
    now: 'Termine, die an anderen hängen, sage ich erst zu, wenn sie genickt haben.',
    tags: ['leading', 'hand-over'],
    leadersOwn: true,
    replies: [
      {
        by: ['paint', 0],
        day: -5,
        text: 'Danke. Beim nächsten Mal reicht ein Anruf, wir finden fast immer einen Weg.',
      },
    ],
    reactions: [
      [['paint', 0], 'thank you'],
      [['sales-south', 0], 'same here'],
    ],
  },
  {
    by: ['people-team', 2],
    day: -3,
    language: 'en',
    kind: 'went well',
    title: 'Newcomers ask the best questions in week two',
    happened:
      'We asked everybody who joined this spring what they did not understand. Eleven of fourteen answers were about things that nobody could explain.',
    learned:
      'After a month people stop seeing it. The second week is when they know enough to ask and are not used to it yet.',
    now: 'Half an hour in the second week, with somebody of another team, and the list goes to whoever can change it.',
    tags: ['new joiners', 'speaking up'],
    goodExample: true,
  },
]
