import { fold } from '@chorus/basics/folded-text'
import { type Theme, themes } from '@chorus/contracts/themes'
import ar from './words/ar.json' with { type: 'json' }
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import es from './words/es.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }
import ja from './words/ja.json' with { type: 'json' }
import pt from './words/pt.json' with { type: 'json' }

/** The words of one language, folded, each with the themes that it touches. */
export type ThemeDictionary = {
  /** Words that nearly every comment in the language has: which dictionaries to read it with. */
  readonly ordinary: ReadonlySet<string>
  readonly words: ReadonlyMap<string, readonly Theme[]>
  /** Beginnings of words. */
  readonly stems: ReadonlyMap<string, readonly Theme[]>
}

type Written = Record<Theme, string> & { ordinary: string }

/** "calendar*" is every word that begins so, "plan" that word alone. */
function dictionaryOf(written: Written): ThemeDictionary {
  const words = new Map<string, Theme[]>()
  const stems = new Map<string, Theme[]>()
  for (const theme of themes)
    for (const entry of split(written[theme])) {
      const isStem = entry.endsWith('*')
      const [list, key] = isStem ? [stems, entry.slice(0, -1)] : [words, entry]
      list.set(key, [...(list.get(key) ?? []), theme])
    }
  return { ordinary: new Set(split(written.ordinary)), words, stems }
}

function split(words: string): string[] {
  return words.split(' ').map(fold)
}

/** Languages with spaces between words. */
export const spacedDictionaries: readonly ThemeDictionary[] = [en, de, fr, es, pt, ar].map(dictionaryOf)

/** Of Japanese, which has no spaces: what a comment holds anywhere. */
export const japaneseWords: readonly { readonly theme: Theme; readonly words: readonly string[] }[] =
  themes.map((theme) => ({
    theme,
    words: split(ja[theme]),
  }))
