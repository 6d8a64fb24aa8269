import { type FeedbackWords, feedbackWords } from '@chorus/contracts/feedback'
import type { SealedTexts } from '../../vault/sealed-texts.ts'
import { VaultError } from '../../vault/vault.ts'

type Place = { readonly organisation: string; readonly id: string }

/** Whoever has the database, or a backup of it, and not the vault, reads nobody's feedback. */
export function sealWords(secrets: SealedTexts, place: Place, words: FeedbackWords): Buffer {
  return sealNote(secrets, place, JSON.stringify(words))
}

/** @throws VaultError when they were sealed under another key */
export function openWords(secrets: SealedTexts, place: Place, sealed: Buffer): FeedbackWords {
  return feedbackWords.parse(JSON.parse(openNote(secrets, place, sealed)))
}

/** A question, or the words of who declines. */
export function sealNote(secrets: SealedTexts, place: Place, text: string): Buffer {
  return secrets.seal(purposeOf(place), text)
}

/** @throws VaultError when it was sealed under another key */
export function openNote(secrets: SealedTexts, place: Place, sealed: Buffer): string {
  const text = secrets.open(purposeOf(place), sealed)
  if (text === null)
    throw new VaultError(
      'Feedback was sealed under another vault/installation.key. Put that file back, and it can be read again.',
    )
  return text
}

function purposeOf({ organisation, id }: Place): string {
  return `feedback ${organisation} ${id}`
}
