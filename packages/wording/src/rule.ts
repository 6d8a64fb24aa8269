import type { FindingKind, Offer } from './finding.ts'
import type { Word } from './words.ts'

/** How many words from the place on are meant, what they do, and what could stand there. */
type Hit = { readonly words: number; readonly kind: FindingKind; readonly offer: Offer }

/** Looks at one place of a text, and never further than a fixed number of words: so a text is read in linear time. */
export type Rule = (words: readonly Word[], at: number) => Hit | null

/** The word at a place, folded; empty where there is none, and where it belongs to another sentence than `at`. */
export function wordAt(words: readonly Word[], at: number, offset = 0): string {
  const here = words[at]
  const there = words[at + offset]
  return here && there && here.sentence === there.sentence ? there.folded : ''
}

/** Whether one of some words stands from one offset to another, in the sentence of `at`. */
export function isNear(
  words: readonly Word[],
  at: number,
  some: ReadonlySet<string>,
  from: number,
  to: number,
): boolean {
  for (let offset = from; offset <= to; offset++) if (some.has(wordAt(words, at, offset))) return true
  return false
}

/** The same rule, but not where something says that nobody is meant. */
export function unless(isOther: (words: readonly Word[], at: number) => boolean, rule: Rule): Rule {
  return (words, at) => {
    const hit = rule(words, at)
    return hit && !isOther(words, at) ? hit : null
  }
}

/** Whether some words stand at a place, one after the other. */
export function standsHere(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, offset) => wordAt(words, at, offset) === word)
}

export const inPlace = (text: string): Offer => ({ kind: 'words', text })
export const asQuestion = (text: string): Offer => ({ kind: 'question', text })

/** Some fixed words, whatever stands round them. */
export function phraseRule(kind: FindingKind, phrases: Readonly<Record<string, Offer>>): Rule {
  const byFirst = new Map<string, { phrase: string[]; offer: Offer }[]>()
  for (const [words, offer] of Object.entries(phrases)) {
    const phrase = words.split(' ')
    const [first = ''] = phrase
    byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, offer }])
  }
  return (words, at) => {
    const found = byFirst.get(wordAt(words, at))?.find(({ phrase }) => standsHere(words, at, phrase))
    return found ? { words: found.phrase.length, kind, offer: found.offer } : null
  }
}
