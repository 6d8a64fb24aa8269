import { asQuestion, inPlace, isNear, phraseRule, type Rule, standsHere, unless, wordAt } from './rule.ts'

const set = (words: string) => new Set(words.split(' '))

const seenThen = asQuestion('What was to be seen at that time, and what made this the sensible thing to do?')
const conditions = asQuestion('What about the task, the tools or the day led to this?')
const missing = asQuestion('What was missing so that it could be done?')

/** What cannot be blamed: a sentence about one of these tells what happened. */
const things = set(
  'alarm alarms alert alerts api app application backup backups browser build builds cache certificate client cluster code connection container database deploy deployment device disk driver engine export file firewall import index installer job jobs line log logs machine memory message migration monitor monitoring network node page pipeline pod printer process program proxy pump query queue release replica report request retry robot router script scripts sensor server servers service services switch sync system table test tests timer tool update upgrade valve worker',
)
const itself = set('it that this which')
const nobody = set('nobody none no-one noone no')
const negated = set('not no never less hardly neither without')
const isNegated: Parameters<typeof unless>[0] = (words, at) => isNear(words, at, negated, -4, -1)

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
  "shouldn't have": inPlace('had'),
  'should not have': inPlace('had'),
  'should never have': inPlace('had'),
  'should have': inPlace('had not'),
  'could have': missing,
  "should've": inPlace('had not'),
  "could've": missing,
  'ought to have': inPlace('had not'),
}).map(([words, offer]) => ({ phrase: words.split(' '), offer }))
/** "What should have happened" asks for the plan. */
const asked = set('what how')
const counterfactual: Rule = (words, at) => {
  const found = counterfactuals.find(({ phrase }) => standsHere(words, at, phrase))
  if (!found || !participleAfter(words, at, found.phrase.length)) return null
  if (isNear(words, at, nobody, -2, -1) || asked.has(wordAt(words, at, -1))) return null
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
/** "failed to check" is about somebody, "failed to start" about a machine, and so is "the script failed to". */
const failedTo: Rule = (words, at) => {
  const offer = notDone[`${wordAt(words, at)} ${wordAt(words, at, 1)}`]
  if (offer === undefined || machineVerbs.has(wordAt(words, at, 2))) return null
  if (isNear(words, at, things, -1, -1) || itself.has(wordAt(words, at, -1))) return null
  return { words: 2, kind: 'counterfactual', offer: inPlace(offer) }
}

const judged = set(
  'careless carelessly negligent negligently sloppy sloppily reckless recklessly stupid stupidly dumb foolish foolishly incompetent incompetently irresponsible irresponsibly lazy lazily unprofessional unprofessionally obvious inexcusable',
)
const nouns = set('carelessness negligence sloppiness recklessness stupidity incompetence laziness')
const forms = set('was were is are be been being seems seemed looks looked very so too')
/** "lazy loading" is a way of loading. */
const loading = set('load loads loaded loading evaluation')
const judging: Rule = (words, at) => {
  const word = wordAt(words, at)
  if (nouns.has(word)) return { words: 1, kind: 'judging', offer: conditions }
  if (!judged.has(word) || loading.has(wordAt(words, at, 1))) return null
  const before = wordAt(words, at, -1)
  const goes = !forms.has(before) && articleFits(before, wordAt(words, at, 1))
  return { words: 1, kind: 'judging', offer: goes ? inPlace('') : seenThen }
}

/** "an obvious mistake" would become "an mistake". */
function articleFits(article: string, next: string): boolean {
  if (article !== 'a' && article !== 'an') return true
  return (article === 'an') === /^[aeiou]/.test(next)
}

/** "They ignored it" judges, "it was ignored" and "the client ignored it" tell. */
const passive = set('was were is are be been being get got gets')
const ignored: Rule = (words, at) => {
  if (wordAt(words, at) !== 'ignored' || isNear(words, at, passive, -3, -1)) return null
  if (wordAt(words, at, -1) === '' || isNear(words, at, things, -2, -1)) return null
  return { words: 1, kind: 'judging', offer: seenThen }
}

const hindsightWords = set('clearly obviously evidently plainly')
const clearlyDone = set(
  'marked labelled labeled visible written said says defined documented described structured separated more',
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
const ourselves = set('we i')
const perfect = set('has have had was were')
const absolute: Rule = (words, at) => {
  const word = wordAt(words, at)
  const offer = absoluteOffers[word]
  const before = wordAt(words, at, -1)
  // At the beginning of a sentence it is a rule: "Never deploy alone."
  if (offer === undefined || before === '' || softened.has(before)) return null
  if (wordAt(words, at, 1) === 'again' || wordAt(words, at, 1) === 'been') return null
  // What one says of oneself or of a machine blames nobody, and "had never tried" counts.
  if (isNear(words, at, ourselves, -2, -1) || isNear(words, at, things, -2, -1) || itself.has(before))
    return null
  if (word === 'never' && perfect.has(before)) return null
  return { words: 1, kind: 'absolute', offer: inPlace(offer) }
}

const anAction = inPlace('an action that made sense at the time')
/** "user error message" */
const shownOn = set(
  'message messages rate rates log logs page pages code codes report reports handling handler',
)
const humanError = phraseRule('human-error', {
  'human error': anAction,
  'operator error': anAction,
  'user error': anAction,
  'pilot error': anAction,
})

const whyNot = phraseRule('why-not', {
  "why didn't": missing,
  'why did nobody': missing,
  'why did no one': missing,
  "why wasn't": missing,
  "why weren't": missing,
  "why couldn't": missing,
  'how could you': seenThen,
  'how could they': seenThen,
})

const verdict = phraseRule('judging', {
  'is to blame': conditions,
  'was to blame': conditions,
  'are to blame': conditions,
  'at fault': conditions,
  'common sense': seenThen,
})

export const englishRules: readonly Rule[] = [
  counterfactual,
  failedTo,
  unless(isNegated, judging),
  ignored,
  hindsight,
  absolute,
  unless((words, at) => isNegated(words, at) || shownOn.has(wordAt(words, at, 2)), humanError),
  unless((words, at) => isNear(words, at, things, 2, 4), whyNot),
  unless(
    (words, at) => isNear(words, at, nobody, -2, -1) || wordAt(words, at, 2).startsWith('toleran'),
    verdict,
  ),
]

/** Beside these a name reads as the cause. */
export const englishFaults = set(
  'mistake mistakes error errors fault faults wrong wrongly broke broken caused causing crashed deleted forgot forgotten missed overlooked blame failed',
)
export const englishRole = 'the person on duty'
