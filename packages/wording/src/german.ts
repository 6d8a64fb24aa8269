import { asQuestion, inPlace, isNear, phraseRule, type Rule, unless, wordAt } from './rule.ts'

const set = (words: string) => new Set(words.split(' '))

const seenThen = asQuestion('Was war damals zu sehen, und was sprach dafür, so zu handeln?')
const conditions = asQuestion('Was an der Aufgabe, den Werkzeugen oder dem Tag hat dazu geführt?')
const missing = asQuestion('Was hat gefehlt, damit es möglich gewesen wäre?')

/** What cannot be blamed: a sentence about one of these tells what happened. */
const things = set(
  'abfrage alarm alarme anlage anwendung app auftrag backup build datei datenbank dienst drucker festplatte import index job jobs knoten leitung log maschine meldung meldungen netz pipeline platte programm protokoll prozess pumpe query release schnittstelle seite sensor server sicherung sicherungen skript skripte speicher system tabelle test tests uhr ventil verbindung warteschlange zertifikat zuweisung',
)
const nobody = set('niemand keiner')
const negated = set('nicht kein keine keinen nie weder kaum')

const wouldHave = set('hätte hätten hättest hättet')
const modals = set('müssen sollen können dürfen')
const subordinate = set('dass damit ob wenn weil sodass falls')
/** "Das hätten wir kaum besser machen können", "Das hätte niemand sehen können". */
const forgiving = set('besser schlimmer niemand keiner')
/** "Wie hätten wir es merken können?" asks, and so does "Was hätte geholfen?" */
const asking = set('was wie wer wo woran wodurch womit wann')
const furthest = 20

/** "hätte … prüfen müssen": the verb stands at the end of the clause, and never in a further one. */
const counterfactual: Rule = (words, at) => {
  if (!wouldHave.has(wordAt(words, at)) || asking.has(wordAt(words, at, -1))) return null
  if (isNear(words, at, nobody, -2, -1)) return null
  for (let offset = 1; offset <= furthest; offset++) {
    const word = wordAt(words, at, offset)
    if (word === '' || subordinate.has(word) || wouldHave.has(word) || forgiving.has(word)) return null
    if (modals.has(word)) return { words: offset + 1, kind: 'counterfactual', offer: seenThen }
  }
  return null
}

const notDone: Readonly<Record<string, string>> = {
  'versäumte es': 'kam nicht dazu',
  'versäumten es': 'kamen nicht dazu',
  versäumte: 'kam nicht dazu',
  versäumten: 'kamen nicht dazu',
  'hat es versäumt': 'ist nicht dazu gekommen',
  'haben es versäumt': 'sind nicht dazu gekommen',
  'hat versäumt': 'ist nicht dazu gekommen',
  'haben versäumt': 'sind nicht dazu gekommen',
}

const judgingRoots = [
  'schlampig',
  'fahrlässig',
  'nachlässig',
  'leichtsinnig',
  'unverantwortlich',
  'verantwortungslos',
  'unprofessionell',
  'inkompetent',
  'unfähig',
  'dumm',
  'faul',
]
const endings = set(' e en er es em')
const roots = new Set(judgingRoots.flatMap((root) => [...endings].map((ending) => `${root}${ending}`)))
const nouns = set(
  'schlamperei schlampereien fahrlässigkeit nachlässigkeit leichtsinn unfähigkeit inkompetenz dummheit faulheit',
)
const judging: Rule = (words, at) => {
  const word = wordAt(words, at)
  if (nouns.has(word)) return { words: 1, kind: 'judging', offer: conditions }
  if (!roots.has(word) || isNear(words, at, negated, -3, -1) || isNear(words, at, things, 1, 1)) return null
  const isBeforeNoun = /(?:e|en|er|es|em)$/.test(word) && !judgingRoots.includes(word)
  return { words: 1, kind: 'judging', offer: isBeforeNoun ? inPlace('') : seenThen }
}

/** "hat den Alarm ignoriert" judges, "wurde ignoriert" tells. */
const has = set('hat haben')
const ignored: Rule = (words, at) => {
  const word = wordAt(words, at)
  const isSaid = word === 'ignorierte' || word === 'ignorierten'
  if (!isSaid && !(word === 'ignoriert' && isNear(words, at, has, -6, -1))) return null
  if (isNear(words, at, things, isSaid ? -2 : -7, isSaid ? -1 : -6)) return null
  return { words: 1, kind: 'judging', offer: seenThen }
}

const obvious = new Set(
  ['offensichtlich', 'offenkundig', 'selbstverständlich'].flatMap((root) =>
    [...endings].map((ending) => `${root}${ending}`),
  ),
)
const clause = set('dass ob für')
const hindsight: Rule = (words, at) => {
  const word = wordAt(words, at)
  if (!obvious.has(word) || isNear(words, at, negated, -3, -1)) return null
  // "Das ist für uns selbstverständlich" tells of a habit.
  if (word.startsWith('selbst') && wordAt(words, at, -1) !== '') return null
  const next = wordAt(words, at, 1)
  const isAlone = (word.endsWith('ich') || word.endsWith('ig')) && next !== '' && !clause.has(next)
  return { words: 1, kind: 'hindsight', offer: isAlone ? inPlace('aus heutiger Sicht') : seenThen }
}

const absoluteOffers: Readonly<Record<string, string>> = {
  immer: 'oft',
  nie: 'selten',
  niemals: 'selten',
  ständig: 'oft',
  dauernd: 'oft',
}
const softened = set(
  'nicht fast wie noch für beinahe soll sollen muss müssen wird werden kann darf dürfen auf',
)
const goesOn = set('noch wieder mehr wenn weiter besser öfter häufiger dann')
const ourselves = set('wir ich')
const done = set('worden')
const absolute: Rule = (words, at) => {
  const offer = absoluteOffers[wordAt(words, at)]
  const before = wordAt(words, at, -1)
  if (offer === undefined || before === '' || softened.has(before) || goesOn.has(wordAt(words, at, 1)))
    return null
  // What one says of oneself or of a machine blames nobody, and "waren nie versucht worden" counts.
  if (isNear(words, at, ourselves, -6, -1) || isNear(words, at, things, -3, -1)) return null
  if (isNear(words, at, done, 1, 4)) return null
  return { words: 1, kind: 'absolute', offer: inPlace(offer) }
}

const whyWords = set('warum wieso weshalb')
const verbs = set('hat haben habt hast wurde wurden konnte konnten ist sind')
const passive = set('wurde wurden')
/** "Warum hat niemand …", "Wieso haben Sie das nicht …" */
const whyNot: Rule = (words, at) => {
  if (!whyWords.has(wordAt(words, at)) || !verbs.has(wordAt(words, at, 1))) return null
  for (let offset = 2; offset <= 8; offset++) {
    const word = wordAt(words, at, offset)
    if (word === '' || (things.has(word) && !passive.has(wordAt(words, at, 1)))) return null
    if (word === 'nicht' || word === 'niemand' || word === 'keiner')
      return { words: offset + 1, kind: 'why-not', offer: missing }
  }
  return null
}

const anAction = inPlace('eine Handlung, die damals sinnvoll erschien')

export const germanRules: readonly Rule[] = [
  counterfactual,
  phraseRule(
    'counterfactual',
    Object.fromEntries(Object.entries(notDone).map(([words, offer]) => [words, inPlace(offer)])),
  ),
  phraseRule('counterfactual', {
    'wurde versäumt': missing,
    'hat vergessen': missing,
    'haben vergessen': missing,
    vergaß: missing,
    vergaßen: missing,
  }),
  phraseRule('judging', { 'nicht aufgepasst': conditions }),
  ignored,
  judging,
  hindsight,
  absolute,
  whyNot,
  phraseRule('human-error', {
    'menschliches versagen': anAction,
    'menschlichem versagen': seenThen,
    'menschlichen versagens': seenThen,
    'menschlicher fehler': anAction,
    'menschlichen fehler': anAction,
    bedienfehler: seenThen,
    bedienungsfehler: seenThen,
    flüchtigkeitsfehler: seenThen,
    anwenderfehler: seenThen,
  }),
  unless(
    (words, at) => isNear(words, at, nobody, -2, -1),
    phraseRule('judging', {
      'ist schuld': conditions,
      'war schuld': conditions,
      'sind schuld': conditions,
      'waren schuld': conditions,
      'schuld an': conditions,
      'schuld daran': conditions,
      'gesunder menschenverstand': seenThen,
    }),
  ),
]

/** Beside these a name reads as the cause. */
export const germanFaults = set(
  'fehler fehlern fehlers schuld falsch vergessen vergaß verursacht verursachte gelöscht löschte übersehen übersah kaputt versagt versäumt',
)
export const germanRole = 'die diensthabende Person'
