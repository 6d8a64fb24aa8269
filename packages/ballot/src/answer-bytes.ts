import { assert } from '@chorus/basics/assert'
import { concatBytes } from '@noble/hashes/utils.js'
import { readText, textBytes, writeText } from './padded-text.ts'
import { boxBytes } from './reply-box.ts'

/** What an office says to the author of a comment. */
export type CommentAnswer = {
  /** 16 random bytes: the right to reply to this answer, once. */
  readonly ticket: Uint8Array
  /** The unit whose manager answers; null is HR. */
  readonly unit: string | null
  readonly text: string
}

const ticketBytes = 16
/** A longer name is cut. */
const nameBytes = 128
/** An answer in its box: all are as long. */
export const sealedAnswerBytes = ticketBytes + nameBytes + textBytes + boxBytes

/** ticket (16) || name of the unit in UTF-8, or nothing for HR (128) || text (1911). @throws when the text is too long */
export function writeAnswer({ ticket, unit, text }: CommentAnswer): Uint8Array {
  assert(ticket.length === ticketBytes, 'a ticket has 16 bytes')
  const name = new Uint8Array(nameBytes)
  new TextEncoder().encodeInto(unit ?? '', name)
  return concatBytes(ticket, name, writeText(text))
}

/** Null for bytes that `writeAnswer` does not make. */
export function readAnswer(bytes: Uint8Array): CommentAnswer | null {
  if (bytes.length !== ticketBytes + nameBytes + textBytes) return null
  const name = bytes.subarray(ticketBytes, ticketBytes + nameBytes)
  const text = readText(bytes.subarray(ticketBytes + nameBytes))
  const unit = new TextDecoder().decode(name).replace(/\0+$/, '')
  return text === null ? null : { ticket: bytes.slice(0, ticketBytes), unit: unit || null, text }
}
