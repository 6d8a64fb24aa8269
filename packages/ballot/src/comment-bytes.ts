import type { commentBytes as contracted } from '@chorus/contracts/collect'

/** `further`: to be shown two levels further up than it could be. */
export type Comment = { readonly text: string; readonly further: boolean }

export const mostCharacters = 1000

/** Beside its ballot, and padded, it fills one block of a sealed box: the same as the answers to a pulse. */
export const commentBytes: typeof contracted = 1944

/**
 * A comment on its way and in its box: 1 byte (1 = further up, else 0) || UTF-8 || zeros, always `commentBytes` long, so that neither a
 * watcher of the network nor a reader of boxes knows a long comment from none.
 * @param comment its text as `fitComment` makes it
 * @throws when it is too long
 */
export function writeComment({ text, further }: Comment): Uint8Array {
  if (roomLeft(text) < 0) throw new Error('a comment is longer than its room')
  const bytes = new Uint8Array(commentBytes)
  bytes[0] = further ? 1 : 0
  bytes.set(new TextEncoder().encode(text), 1)
  return bytes
}

/** Null for bytes that `writeComment` does not make of a clean text. */
export function readComment(bytes: Uint8Array): Comment | null {
  const [flag] = bytes
  if (bytes.length !== commentBytes || (flag !== 0 && flag !== 1)) return null
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1
  const text = decoded(bytes.subarray(1, Math.max(1, end)))
  if (text === null || text !== cleanComment(text) || roomLeft(text) < 0) return null
  return { text, further: flag === 1 }
}

/**
 * The text as it is stored: composed characters, plain line breaks, at most one empty line, nothing at the ends; without control characters
 * and those that turn the direction of what follows, which could make a list of comments unreadable.
 */
export function cleanComment(typed: string): string {
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
  const bytesLeft = commentBytes - 1 - new TextEncoder().encode(text).length
  return Math.min(mostCharacters - [...text].length, bytesLeft)
}

/** As much of what was typed as fits, cleaned. */
export function fitComment(typed: string): string {
  const characters = [...cleanComment(typed)]
  for (let room = roomLeft(characters.join('')); room < 0; room = roomLeft(characters.join('')))
    // A character has four bytes at most.
    characters.splice(-Math.max(1, Math.floor(-room / 4)))
  return cleanComment(characters.join(''))
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
