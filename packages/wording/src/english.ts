import { asQuestion, inPlace, phraseRule, type Rule, standsHere, wordAt } from './rule.ts'

const set = (words: string) => new Set(words.split(' '))

const seenThen = asQuestion('What was to be seen at that time, and what made this the sensible thing to do?')
const conditions = asQuestion('What about the task, the tools or the day led to this?')
const missing = asQuestion('What was missing so that it could be done?')

const participles = set(
  'been begun broken brought built caught chosen come cut done drawn driven fallen felt fixed found given gone got gotten had held kept known led left let lost made meant met noticed paid put read realised realized run said seen sent set shown shut spoken stood stopped taken taught thought told understood used written',
)
/** These also stand before a thing: "the page should have limited access". */
const alsoAdjectives = set(
  'automated dedicated detailed limited shared unlimited restricted increased reduced written',
)
const beforeThing = set(
  'a an the this that these those it them him her us me my our your his their one and or by in on with',
)
const between = set('not never also already at least just simply probably really immediately then first')

/** "should have checked", and not "the page should have a button". */
function participleAfter(words: Parameters<Rule>[0], at: number, offset: number): boolean {
  let next = offset
  while (next < offset + 4 && between.has(wordAt(words, at, next))) next++
  const word = wordAt(words, at, next)
  const after = wordAt(words, at, next + 1)
  if (alsoAdjectives.has(word)) return after === '' || beforeThing.has(after)
  return participles.has(word) || (word.length > 4 && word.endsWith('ed'))
}

const counterfactuals = Object.entries({
  "shouldn't have": 'had',
  'should not have': 'had',
  'should never have': 'had',
  'should have': 'had not',
  'could have': 'had not',
  "should've": 'had not',
  "could've": 'had not',
  'ought to have': 'had not',
}).map(([words, offer]) => ({ phrase: words.split(' '), offer: inPlace(offer) }))
const nobody = set('nobody none one')
const counterfactual: Rule = (words, at) => {
  const found = counterfactuals.find(({ phrase }) => standsHere(words, at, phrase))
  if (!found || nobody.has(wordAt(words, at, -1)) || !participleAfter(words, at, found.phrase.length))
    return null
  return { words: found.phrase.length, kind: 'counterfactual', offer: found.offer }
}

const machineVerbs = set(
  'start restart boot load connect reconnect compile build respond parse resolve authenticate bind open read write mount reach deploy install update sync render allocate fetch run',
)
const notDone: Readonly<Record<string, string>> = {
  'failed to': 'did not',
  'fails to': 'does not',
  'neglected to': 'did not',
  'forgot to': 'did not',
}
/** "failed to check" is about somebody, "failed to start" about a machine. */
const failedTo: Rule = (words, at) => {
  const offer = notDone[`${wordAt(words, at)} ${wordAt(words, at, 1)}`]
  if (offer === undefined || machineVerbs.has(wordAt(words, at, 2))) return null
  return { words: 2, kind: 'counterfactual', offer: inPlace(offer) }
}

const judged = set(
  'careless carelessly negligent negligently sloppy sloppily reckless recklessly stupid stupidly dumb foolish foolishly incompetent incompetently irresponsible irresponsibly lazy lazily unprofessional unprofessionally obvious inexcusable',
)
const nouns = set('carelessness negligence sloppiness recklessness stupidity incompetence laziness')
const forms = set('was were is are be been being seems seemed looks looked very so too')
const judging: Rule = (words, at) => {
  const word = wordAt(words, at)
  if (nouns.has(word)) return { words: 1, kind: 'judging', offer: conditions }
  if (!judged.has(word)) return null
  const before = wordAt(words, at, -1)
  if (before === 'not' || before === 'less') return null
  return { words: 1, kind: 'judging', offer: forms.has(before) ? seenThen : inPlace('') }
}

const hindsightWords = set('clearly obviously evidently plainly')
const clearlyDone = set(
  'marked labelled labeled visible written said defined documented described structured separated more',
)
const graded = set('not more very as so less too')
const hindsight: Rule = (words, at) => {
  if (!hindsightWords.has(wordAt(words, at)) || clearlyDone.has(wordAt(words, at, 1))) return null
  if (graded.has(wordAt(words, at, -1))) return null
  return { words: 1, kind: 'hindsight', offer: inPlace('as we know now,') }
}

const absoluteOffers: Readonly<Record<string, string>> = {
  always: 'often',
  never: 'rarely',
  constantly: 'often',
}
/** Before these a word is softened already, or it tells what is to be done from now on. */
const softened = set('not almost nearly as will must should shall can to would may hardly')
const absolute: Rule = (words, at) => {
  const offer = absoluteOffers[wordAt(words, at)]
  const before = wordAt(words, at, -1)
  // At the beginning of a sentence it is a rule: "Never deploy alone."
  if (offer === undefined || before === '' || softened.has(before)) return null
  if (wordAt(words, at, 1) === 'again' || wordAt(words, at, 1) === 'been') return null
  return { words: 1, kind: 'absolute', offer: inPlace(offer) }
}

export const englishRules: readonly Rule[] = [
  counterfactual,
  failedTo,
  judging,
  hindsight,
  absolute,
  phraseRule('human-error', {
    'human error': inPlace('an action that made sense at the time'),
    'operator error': inPlace('an action that made sense at the time'),
    'user error': inPlace('an action that made sense at the time'),
    'pilot error': inPlace('an action that made sense at the time'),
  }),
  phraseRule('why-not', {
    "why didn't": missing,
    'why did nobody': missing,
    "why wasn't": missing,
    "why weren't": missing,
    "why couldn't": missing,
    'how could you': seenThen,
    'how could they': seenThen,
  }),
  phraseRule('judging', {
    'is to blame': conditions,
    'was to blame': conditions,
    'are to blame': conditions,
    'at fault': conditions,
    'common sense': seenThen,
  }),
]

/** Beside these a name reads as the cause. */
export const englishFaults = set(
  'mistake mistakes error errors fault faults wrong wrongly broke broken caused causing crashed deleted forgot forgotten missed overlooked blame failed',
)
export const englishRole = 'the person on duty'
