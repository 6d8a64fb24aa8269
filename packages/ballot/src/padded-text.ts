import type { textBytes as contracted } from '@chorus/contracts/replies'

/** What somebody writes, on its way: zeros fill it up, so that neither a watcher of the network nor a reader of boxes knows long from short. */
export const mostCharacters = 1000

/** Room of a text in bytes (UTF-8): a thousand characters in most scripts, 637 in Chinese or Japanese. */
export const textBytes: typeof contracted = 1911

/**
 * UTF-8 || zeros, `textBytes` in all.
 * @param text as `fitText` makes it
 * @throws when it is too long
 */
export function writeText(text: string): Uint8Array {
  if (roomLeft(text) < 0) throw new Error('a text is longer than its room')
  const bytes = new Uint8Array(textBytes)
  bytes.set(new TextEncoder().encode(text))
  return bytes
}

/** Null for bytes that `writeText` does not make of a clean text. @param bytes of any length: earlier comments had more room */
export function readText(bytes: Uint8Array): string | null {
  const text = decoded(bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1))
  return text === null || text !== cleanText(text) || [...text].length > mostCharacters ? null : text
}

/**
 * The text as it is stored: composed characters, plain line breaks, at most one empty line, nothing at the ends; without control characters
 * and those that turn the direction of what follows, which could make a list of comments unreadable.
 */
export function cleanText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]|\p{Cs}|(?!\n)\p{Cc}/gu, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** How many more characters fit; negative when the text is too long. Scripts of several bytes to a letter fill the room sooner. */
export function roomLeft(text: string): number {
  return Math.min(mostCharacters - [...text].length, textBytes - new TextEncoder().encode(text).length)
}

/** As much of what was typed as fits, cleaned. */
export function fitText(typed: string): string {
  const characters = [...cleanText(typed)]
  for (let room = roomLeft(characters.join('')); room < 0; room = roomLeft(characters.join('')))
    // A character has four bytes at most.
    characters.splice(-Math.max(1, Math.floor(-room / 4)))
  return cleanText(characters.join(''))
}

/** Null for what is no UTF-8. */
export function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
