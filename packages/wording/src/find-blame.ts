import { englishFaults, englishRole, englishRules } from './english.ts'
import { findNames, indexNames } from './find-names.ts'
import type { Finding, Offer, WordingLanguage } from './finding.ts'
import { germanFaults, germanRole, germanRules } from './german.ts'
import { inPlace, type Rule } from './rule.ts'
import { type Word, wordsOf } from './words.ts'

type Wording = {
  readonly rules: readonly Rule[]
  readonly faults: ReadonlySet<string>
  readonly role: string
}

const wordings: Readonly<Record<WordingLanguage, Wording>> = {
  en: { rules: englishRules, faults: englishFaults, role: englishRole },
  de: { rules: germanRules, faults: germanFaults, role: germanRole },
}

/** Whether texts of a language are looked at. */
export function hasWording(language: string): language is WordingLanguage {
  return language in wordings
}

/**
 * What in a text may read as blame, in the order of the text and never overlapping. It reads words and no meaning: it is an offer to look
 * again, and no judgement of who wrote. What stands between quotation marks is left alone.
 * @param names of people, who are pointed out where a fault stands in the same sentence
 * @example findBlame('They should have asked.', { language: 'en', names: [] }) // one, of kind counterfactual, offering "had not"
 */
export function findBlame(
  text: string,
  { language, names }: { readonly language: WordingLanguage; readonly names: readonly string[] },
): Finding[] {
  const { rules, faults, role } = wordings[language]
  const words = wordsOf(text)
  const found = words.flatMap((word, at) => (word.quoted ? [] : hitsAt(rules, words, at)))
  const faulty = new Set([
    ...words.filter(({ folded, quoted }) => !quoted && faults.has(folded)).map(({ sentence }) => sentence),
    ...found.map(({ sentence }) => sentence),
  ])
  const named = findNames(words, indexNames(names))
    .filter(({ sentence }) => faulty.has(sentence))
    .map(({ from, to, isFirst }) => ({
      from,
      to,
      kind: 'name' as const,
      offer: isFirst ? asFirst(inPlace(role)) : inPlace(role),
    }))
  return apart([...named, ...found.map(({ sentence: _, ...finding }) => finding)])
}

function hitsAt(rules: readonly Rule[], words: readonly Word[], at: number) {
  return rules.flatMap((rule) => {
    const hit = rule(words, at)
    const first = words[at]
    const last = hit && words[at + hit.words - 1]
    if (!first || !last) return []
    const offer = words[at - 1]?.sentence === first.sentence ? hit.offer : asFirst(hit.offer)
    return [{ from: first.from, to: last.to, kind: hit.kind, offer, sentence: first.sentence }]
  })
}

/** Words as they begin a sentence. */
function asFirst(offer: Offer): Offer {
  if (offer.kind === 'question') return offer
  return { kind: 'words', text: offer.text.slice(0, 1).toUpperCase() + offer.text.slice(1) }
}

/** In the order of the text; of two that overlap the one that begins earlier, then the longer one. */
function apart(findings: readonly Finding[]): Finding[] {
  const inOrder = [...findings].sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: Finding[] = []
  for (const finding of inOrder) if (finding.from >= (kept.at(-1)?.to ?? 0)) kept.push(finding)
  return kept
}
