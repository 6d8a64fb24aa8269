import { fold } from '@chorus/basics/folded-text'
import common from './common-names.json' with { type: 'json' }

/** What of a person is looked for in a comment. */
export type NamedPerson = {
  readonly name: string
  readonly email: string
  /** The organisation's own id for the person. */
  readonly externalId: string
}

/** Names to look up, folded. Built once for all comments of a wave: a comment costs a few look-ups for each of its words. */
export type RosterTables = {
  /** Single given and family names. */
  readonly words: ReadonlySet<string>
  /** Words that are somebody's name and words of every day, too: alone they say nothing. */
  readonly ordinary: ReadonlySet<string>
  /** The same, and written large in the middle of a sentence without being a name. */
  readonly large: ReadonlySet<string>
  /** Two words of one name, in either order, with a space between them. */
  readonly pairs: ReadonlySet<string>
  /** What stands before the @ of an address. */
  readonly locals: ReadonlySet<string>
  /** Ids, and parts of addresses that are recognised alone. */
  readonly handles: ReadonlySet<string>
  /** Names in scripts without spaces between words. */
  readonly joined: ReadonlySet<string>
  /** The same, but too short or too common without an honorific behind them. */
  readonly joinedCourteous: ReadonlySet<string>
  readonly longestJoined: number
}

/** Scripts in which one word follows the other without a space. */
const joinedScript = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々`

/** A word of any other script. */
export const spacedWord = new RegExp(String.raw`(?:(?![${joinedScript}])[\p{L}\p{M}\p{N}\p{Cf}])+`, 'gu')

const setOf = (words: string) => new Set(words.split(' ').map(fold))
export const particles = setOf(common.particles)
const small = setOf(common.small)
const commonJoined = setOf(common.joined)

/** @param unitNames words in them are no secret: they stay, unless a first name stands beside them */
export function rosterTables(people: Iterable<NamedPerson>, unitNames: Iterable<string>): RosterTables {
  const large = setOf(common.large)
  for (const name of unitNames) for (const word of name.match(spacedWord) ?? []) large.add(fold(word))
  const ordinary = new Set([...small, ...large])
  const tables = {
    words: new Set<string>(),
    ordinary,
    large,
    pairs: new Set<string>(),
    locals: new Set<string>(),
    handles: new Set<string>(),
    joined: new Set<string>(),
    joinedCourteous: new Set<string>(),
    longestJoined: 0,
  }
  for (const person of people) {
    const words = wordsOf(person.name)
    for (const word of words) if (word.length > 1) tables.words.add(word)
    for (const first of words)
      for (const second of words) if (first !== second) tables.pairs.add(`${first} ${second}`)
    addHandles(tables, person, words)
    addJoined(tables, person.name)
  }
  tables.longestJoined = Math.max(
    0,
    ...[tables.joined, tables.joinedCourteous].map((names) =>
      [...names].reduce((most, { length }) => Math.max(most, length), 0),
    ),
  )
  return tables
}

/** A word folded; with "ü" also as it stands where keyboards have none: "mueller". */
export function spellingsOf(word: string): string[] {
  const plain = fold(word)
  const composed = word.normalize('NFC')
  return /[äöü]/iu.test(composed)
    ? [plain, fold(composed.replace(/[äöü]/giu, (vowel) => `${fold(vowel)}e`))]
    : [plain]
}

/** Words of scripts with spaces. Particles are no names, unless there is nothing else. */
function wordsOf(name: string): string[] {
  const words = (name.match(spacedWord) ?? []).flatMap(spellingsOf)
  const telling = words.filter((word) => !particles.has(word))
  return telling.length > 0 ? telling : words
}

function addHandles(
  { locals, handles, ordinary }: { locals: Set<string>; handles: Set<string>; ordinary: ReadonlySet<string> },
  { email, externalId }: NamedPerson,
  words: readonly string[],
): void {
  const local = fold(email.split('@')[0] ?? '')
  if (local !== '') locals.add(local)
  // "ameier" is somebody's; "sales" may be a mailbox that somebody looks after, and "2024" a year.
  const holdsName = words.some((word) => word.length > 2 && local.includes(word))
  if (holdsName && !ordinary.has(local)) handles.add(local)
  for (const one of [local, fold(externalId)])
    if (/^(?=.*\d)(?:(?=.*\p{L}).{3,}|.{5,})$/u.test(one)) handles.add(one)
}

function addJoined(
  { joined, joinedCourteous }: { joined: Set<string>; joinedCourteous: Set<string> },
  name: string,
): void {
  const parts = (name.match(new RegExp(`[${joinedScript}]+`, 'gu')) ?? []).map(fold)
  const whole = parts.join('')
  if (parts.length > 1 || whole.length > 2) joined.add(whole)
  const [only = '', ...others] = parts
  // Of a name in one piece the first two signs are mostly the family's.
  if (others.length === 0 && /^\p{Script=Han}{3,5}$/u.test(only)) parts.push(only.slice(0, 2))
  for (const part of parts) {
    const isGuess = part !== whole && others.length === 0
    const isTelling =
      [...part.normalize('NFC')].length > 1 &&
      !/^\p{Script=Hiragana}+$/u.test(part) &&
      !commonJoined.has(part)
    if (isTelling && !isGuess) joined.add(part)
    else joinedCourteous.add(part)
  }
}
