import { cleanText, decoded, mostCharacters, textBytes } from './padded-text.ts'

// Beside `padded-text` and not in it: the survey page loads that before the first answer, and has no byte to spare.

/** How long a text may be. All texts of one kind take the same bytes. */
export type Room = { readonly characters: number; readonly bytes: number }

/** Of comments, and of what is said about them and about concerns. */
export const usualRoom: Room = { characters: mostCharacters, bytes: textBytes }

/**
 * UTF-8 || zeros, as many bytes as the room has.
 * @param text clean
 * @throws when it is too long
 */
export function writeInRoom(text: string, room: Room): Uint8Array {
  if (leftInRoom(text, room) < 0) throw new Error('a text is longer than its room')
  const bytes = new Uint8Array(room.bytes)
  bytes.set(new TextEncoder().encode(text))
  return bytes
}

/** Null for bytes that `writeInRoom` does not make of a clean text. */
export function readInRoom(bytes: Uint8Array, room: Room): string | null {
  const text = decoded(bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1))
  return text === null || text !== cleanText(text) || [...text].length > room.characters ? null : text
}

/** How many more characters fit; negative when the text is too long. */
export function leftInRoom(text: string, room: Room): number {
  return Math.min(room.characters - [...text].length, room.bytes - new TextEncoder().encode(text).length)
}
