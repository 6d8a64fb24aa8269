/**
 * The secret of one author in one wave: six numbers of eleven bits, so that it can be written down as six words out of 2,048. Held as 12
 * bytes, two for each number, big-endian; how it is kept on a device has nothing to do with words.
 */
const numbers = 6
const listLength = 2048

/** 66 random bits. */
export function drawSecret(): Uint8Array<ArrayBuffer> {
  const drawn = crypto.getRandomValues(new Uint8Array(2 * numbers))
  return drawn.map((byte, at) => (at % 2 === 0 ? byte & 7 : byte))
}

/** @param list 2,048 words */
export function wordsOf(secret: Uint8Array, list: readonly string[]): string[] {
  const view = new DataView(secret.buffer, secret.byteOffset, secret.byteLength)
  return Array.from({ length: numbers }, (_, at) => list[view.getUint16(2 * at)] ?? '')
}

/**
 * The secret of words as somebody typed them: in any case, with anything but letters between them, and of long words the first four letters
 * alone, which no two words of the list share. Null when these are not six words of the list.
 */
export function secretOf(typed: string, list: readonly string[]): Uint8Array | null {
  const found = typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .map((word) => list.findIndex((one) => one === word || (word.length === 4 && one.startsWith(word))))
  if (list.length !== listLength || found.length !== numbers || found.includes(-1)) return null
  return Uint8Array.from(found.flatMap((place) => [place >> 8, place & 255]))
}
