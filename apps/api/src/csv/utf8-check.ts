import { isUtf8 } from 'node:buffer'

/**
 * Checks a stream of bytes for valid UTF-8, chunk by chunk. A character that is cut by the end of a chunk waits
 * for the rest. Without this a Latin-1 file would be read with its umlauts silently replaced.
 */
export class Utf8Check {
  #line = 1
  #waiting: Uint8Array = new Uint8Array(0)

  /** @returns the line (from 1) with the first invalid byte, or null while all is well */
  add(chunk: Uint8Array): number | null {
    const bytes = this.#waiting.length === 0 ? chunk : Buffer.concat([this.#waiting, chunk])
    const whole = bytes.length - unfinishedTail(bytes)
    const checked = bytes.subarray(0, whole)
    if (!isUtf8(checked)) return this.#line + newlinesBeforeFault(checked)
    this.#line += count(checked, newline)
    this.#waiting = bytes.slice(whole)
    return null
  }

  /** @returns the line with the fault when the stream ended inside a character */
  end(): number | null {
    return this.#waiting.length === 0 ? null : this.#line
  }
}

const newline = 0x0a

/** Number of bytes at the end that start a character and do not complete it: 0 to 3. */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0b1100_0000) === 0b1000_0000) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

/** UTF-8 never has a newline byte inside a character, so lines can be judged one by one. */
function newlinesBeforeFault(bytes: Uint8Array): number {
  let lines = 0
  let start = 0
  for (;;) {
    const end = bytes.indexOf(newline, start)
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return lines
    lines++
    start = end + 1
  }
}

function count(bytes: Uint8Array, wanted: number): number {
  let found = 0
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) found++
  return found
}
