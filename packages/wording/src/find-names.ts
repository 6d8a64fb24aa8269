import { type Word, wordsOf } from './words.ts'

/** Names by their first word, so that a text is read once however many there are. */
type NameIndex = ReadonlyMap<string, readonly { readonly parts: readonly string[]; readonly name: string }[]>

/** @param names full names, or parts of them, as somebody would write them */
export function indexNames(names: readonly string[]): NameIndex {
  const byFirst = new Map<string, { parts: string[]; name: string }[]>()
  for (const name of names) {
    const parts = wordsOf(name).map(({ folded }) => folded)
    const [first] = parts
    if (first === undefined) continue
    const those = byFirst.get(first)
    if (those) those.push({ parts, name })
    else byFirst.set(first, [{ parts, name }])
  }
  return byFirst
}

type Named = {
  readonly from: number
  readonly to: number
  readonly sentence: number
  /** Whether its sentence begins with it. */
  readonly isFirst: boolean
  readonly name: string
}

/** Where names stand in a text, whole ones only: "Ann" is not found in "Annex". A genitive counts ("Ann's", "Annas"). */
export function findNames(words: readonly Word[], index: NameIndex): Named[] {
  const found = words.flatMap((word, at) => {
    const candidates = [word.folded, withoutGenitive(word.folded)].flatMap((first) => index.get(first) ?? [])
    const longest = candidates
      .filter(({ parts }) => standsAt(words, at, parts) && (parts.length > 1 || isNameAlone(words, at)))
      .sort((a, b) => b.parts.length - a.parts.length)[0]
    const last = longest && words[at + longest.parts.length - 1]
    const { from, sentence } = word
    const isFirst = words[at - 1]?.sentence !== sentence
    return last ? [{ from, to: last.to, sentence, isFirst, name: longest.name }] : []
  })
  return found.filter((one, at) => one.from >= (found[at - 1]?.to ?? 0))
}

/** Before these a single word is a thing: "the mark", "im Sommer". */
const beforeThing = new Set(
  'the a an this that each every no der die das den dem des ein eine einen einem im am zum zur vom beim jede jeder jedes kein keine'.split(
    ' ',
  ),
)
/** At the beginning of a sentence these are seldom names. */
const alsoFirst = new Set(
  'will may mark bill best long rose grant page hope joy art frank grace drew lang groß klein kurz'.split(
    ' ',
  ),
)

/** Whether a word that is also the name of somebody means them, as far as its place tells. */
function isNameAlone(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (!word?.capital) return false
  return before?.sentence === word.sentence ? !beforeThing.has(before.folded) : !alsoFirst.has(word.folded)
}

function standsAt(words: readonly Word[], at: number, parts: readonly string[]): boolean {
  return parts.every((part, offset) => {
    const word = words[at + offset]?.folded
    return word === part || (offset === parts.length - 1 && withoutGenitive(word ?? '') === part)
  })
}

function withoutGenitive(word: string): string {
  return word.replace(/'?s$/, '')
}
