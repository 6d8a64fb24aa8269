import { type FoldedText, fold, foldText } from '@chorus/basics/folded-text'
import { type CommentTheme, type Theme, themes } from '@chorus/contracts/themes'
import { japaneseWords, spacedDictionaries, type ThemeDictionary } from './theme-dictionary.ts'

/**
 * The themes that a comment touches, each with the words that say so; none where no word does. No more than looking words up in lists that
 * everybody can read: nothing is learned, guessed or sent anywhere. A comment is read with the dictionaries of the languages whose everyday words it has most
 * of, and with all where it has none; which these were is told to nobody.
 * @param text a released comment
 */
export function commentThemes(text: string): CommentTheme[] {
  const words = (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((written) => ({
    written,
    folded: fold(written),
  }))
  const dictionaries = languagesOf(words.map(({ folded }) => folded))
  const touched = new Map<Theme, string[]>()
  const touch = (theme: Theme, word: string) => touched.set(theme, [...(touched.get(theme) ?? []), word])
  for (const { written, folded } of words)
    for (const theme of new Set(dictionaries.flatMap((one) => themesOf(one, folded)))) touch(theme, written)
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    const folded = foldText(text)
    for (const { theme, words: signs } of japaneseWords)
      for (const sign of signsIn(text, folded, signs)) touch(theme, sign)
  }
  return themes.flatMap((theme) => {
    const found = touched.get(theme)
    return found ? [{ theme, words: [...new Map(found.map((word) => [fold(word), word])).values()] }] : []
  })
}

function languagesOf(words: readonly string[]): readonly ThemeDictionary[] {
  const counts = spacedDictionaries.map(({ ordinary }) => words.filter((word) => ordinary.has(word)).length)
  const most = Math.max(...counts)
  return spacedDictionaries.filter((_, place) => counts[place] === most)
}

function themesOf({ words, stems }: ThemeDictionary, word: string): Theme[] {
  return formsOf(word).flatMap((form) => [
    ...(words.get(form) ?? []),
    ...Array.from(form, (_, end) => stems.get(form.slice(0, end + 1)) ?? []).flat(),
  ])
}

/** Arabic writes "and", "in", "for" and the article together with the word that follows. */
function formsOf(word: string): string[] {
  if (!/^\p{Script=Arabic}/u.test(word)) return [word]
  const bare = /^[وفبلك]{0,2}(?:ال|ل)?(\p{Script=Arabic}{3,})$/u.exec(word)?.[1]
  return bare === undefined || bare === word ? [word] : [word, bare]
}

function signsIn(text: string, folded: FoldedText, signs: readonly string[]): string[] {
  return signs.flatMap((sign) => {
    const at = folded.text.indexOf(sign)
    return at < 0 ? [] : [text.slice(folded.from[at], folded.from[at + sign.length])]
  })
}
