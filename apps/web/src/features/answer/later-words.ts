import { loadCatalogue } from 'virtual:texts/problems+after-statements'
import { addTexts } from '../../lib/i18n/texts.ts'

let coming: Promise<void> | undefined

/**
 * The words for what the server may refuse, and for what comes beside and after the statements. Nobody needs them before the first
 * answer; those for no network are among the texts that are there from the beginning.
 * @throws where they cannot be had; the next call tries again
 */
export function needLaterWords(): Promise<void> {
  coming ??= addTexts(loadCatalogue).catch((error) => {
    coming = undefined
    throw error
  })
  return coming
}
