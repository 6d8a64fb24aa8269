import { fold, foldText } from '@chorus/basics/folded-text'
import { nameMark } from '@chorus/contracts/name-mark'
import common from './common-names.json' with { type: 'json' }
import {
  type NamedPerson,
  particles,
  type RosterTables,
  rosterTables,
  spacedWord,
  spellingsOf,
} from './roster-tables.ts'

/** A part of a text, in UTF-16 units: start, and end beyond it. */
type Span = readonly [start: number, end: number]

/**
 * Makes what puts one mark in the place of every name of the roster in a comment. One mark stands for a whole name, whatever its parts and their
 * length, so that what is left tells neither. Text without names is returned as it was.
 *
 * Found, whatever the case and the accents: two words of one name side by side in either order; given and family names alone, with a genitive,
 * or behind an Arabic particle; parts of addresses and ids. A name that is an everyday word, too ("Will", "Rose", "Koch"), is found
 * where its whole name stands, behind a title, and where it is written large in the middle of a sentence, if that tells anything.
 * @param unitNames names of units, which stay readable
 */
export function nameMasker(
  people: Iterable<NamedPerson>,
  unitNames: Iterable<string>,
): (text: string) => string {
  const tables = rosterTables(people, unitNames)
  return (text) => {
    const spans = [...namesInWords(text, tables), ...handlesIn(text, tables), ...joinedNames(text, tables)]
    return spans.length === 0 ? text : marked(text, spans)
  }
}

type Word = {
  readonly start: number
  readonly end: number
  readonly written: string
  readonly folded: string
  /** Folded forms to look up. */
  readonly forms: readonly string[]
}

const titles = new Set(common.titles.split(' ').map(fold))
/** Everyday words with which hardly any sentence begins, so that a large letter tells there, too. */
const seldomFirst = new Set(common.capital.split(' ').map(fold))
const honorifics = common.honorifics.split(' ').map(fold)

function namesInWords(text: string, tables: RosterTables): Span[] {
  const words: Word[] = [...text.matchAll(spacedWord)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    written,
    folded: fold(written),
    forms: spellingsOf(written).flatMap(formsOf),
  }))
  const spans: Span[] = []
  for (const [place, one] of words.entries()) {
    if (
      one.forms.some((form) => tables.words.has(form) && speaksOfSomebody(text, words, place, form, tables))
    )
      spans.push([one.start, one.end])
    for (const other of nextOf(text, words, place))
      if (one.forms.some((first) => other.forms.some((second) => tables.pairs.has(`${first} ${second}`))))
        spans.push([one.start, other.end])
  }
  return spans
}

/** The word as it stands, without a genitive, and without what Arabic writes together with it. */
function formsOf(folded: string): string[] {
  if (/^\p{Script=Arabic}/u.test(folded))
    return [
      folded,
      ...[1, 2, 3]
        .filter((letters) => /^[وفبلك]{1,2}(?:ال)?$/.test(folded.slice(0, letters)))
        .map((letters) => folded.slice(letters)),
    ]
  return folded.length > 3 && folded.endsWith('s') ? [folded, folded.slice(0, -1)] : [folded]
}

/** The word behind, and the one behind particles: "Ludwig van Beethoven". */
function nextOf(text: string, words: readonly Word[], place: number): Word[] {
  const found: Word[] = []
  for (let at = place + 1; at < words.length; at++) {
    const [before, here] = [words[at - 1], words[at]]
    if (!before || !here || !/^[\s.,'’_-]{1,3}$/.test(text.slice(before.end, here.start))) break
    found.push(here)
    if (!particles.has(here.folded)) break
  }
  return found
}

function speaksOfSomebody(
  text: string,
  words: readonly Word[],
  place: number,
  form: string,
  { ordinary, large }: RosterTables,
): boolean {
  const [before, here] = [words[place - 1], words[place]]
  if (!here || !ordinary.has(form)) return true
  if (before && titles.has(before.folded) && /^\.?\s$/.test(text.slice(before.end, here.start))) return true
  if (large.has(form) || !/^\p{Lu}.*\p{Ll}/u.test(here.written)) return false
  if (seldomFirst.has(form)) return true
  const startsSentence = /(?:^|[.!?:;\n…•–-])[\s"„“”«»'‘’(¿¡]*$/u.test(text.slice(0, here.start))
  return !startsSentence || /^['’]s(?!\p{L})/u.test(text.slice(here.end))
}

function handlesIn(text: string, { locals, handles }: RosterTables): Span[] {
  return [
    ...text.matchAll(
      /([\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}._+-]*[\p{L}\p{M}\p{N}])?)(@[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu,
    ),
  ].flatMap(({ 0: whole, 1: local = '', 2: domain, index }): Span[] => {
    const isTheirs = domain === undefined ? handles.has(fold(local)) : locals.has(fold(local))
    return isTheirs ? [[index, index + whole.length]] : []
  })
}

/** Every stretch is looked up at every place: which words the signs around it belong to is not known. */
function joinedNames(text: string, { joined, joinedCourteous, longestJoined }: RosterTables): Span[] {
  if (longestJoined === 0) return []
  const folded = foldText(text)
  const isKatakana = (at: number) => /[\p{Script=Katakana}ー]/u.test(folded.text[at] ?? '')
  const spans: Span[] = []
  for (let start = 0; start < folded.text.length; start++)
    for (let end = start + 1; end <= Math.min(folded.text.length, start + longestJoined); end++) {
      const piece = folded.text.slice(start, end)
      const found =
        joined.has(piece) ||
        (joinedCourteous.has(piece) && honorifics.some((one) => folded.text.startsWith(one, end)))
      // A foreign name is a word of its own, not a part of a longer one.
      const isPart = isKatakana(start) && (isKatakana(start - 1) || isKatakana(end))
      if (found && !isPart) spans.push([folded.from[start] ?? 0, folded.from[end] ?? text.length])
    }
  return spans
}

/** Between parts of one name. */
const withinName = /^[ \u00a0._'’·・-]?$/u

function marked(text: string, spans: readonly Span[]): string {
  const merged: [number, number][] = []
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && (start <= last[1] || withinName.test(text.slice(last[1], start))))
      last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  let result = ''
  let at = 0
  for (const [start, end] of merged) {
    // An initial beside a name would be half of it.
    result += text.slice(at, start).replace(/(?<!\p{L})\p{Lu}\. ?$/u, '') + nameMark
    at = end + (/^ \p{Lu}\.(?![\p{L}])/u.exec(text.slice(end))?.[0].length ?? 0)
  }
  return result + text.slice(at)
}
