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

/** Where names stand in a text, whole ones only: "Ann" is not found in "Annex". A genitive counts ("Ann's", "Annas"). */
export function findNames(
  words: readonly Word[],
  index: NameIndex,
): { readonly from: number; readonly to: number; readonly sentence: number; readonly name: string }[] {
  const found = words.flatMap((word, at) => {
    const candidates = [word.folded, withoutGenitive(word.folded)].flatMap((first) => index.get(first) ?? [])
    const longest = candidates
      .filter(({ parts }) => standsAt(words, at, parts))
      .sort((a, b) => b.parts.length - a.parts.length)[0]
    const last = longest && words[at + longest.parts.length - 1]
    return last ? [{ from: word.from, to: last.to, sentence: word.sentence, name: longest.name }] : []
  })
  return found.filter((one, at) => one.from >= (found[at - 1]?.to ?? 0))
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
