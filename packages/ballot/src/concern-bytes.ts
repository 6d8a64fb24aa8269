import { assert } from '@chorus/basics/assert'
import type { ConcernState, concernBytes as contracted } from '@chorus/contracts/concerns'
import { concatBytes } from '@noble/hashes/utils.js'
import { readText, textBytes, writeText } from './padded-text.ts'
import { type Room, readInRoom, writeInRoom } from './text-in-room.ts'

/** Three thousand characters in most scripts, half as many in Chinese or Japanese. With its key it fills three blocks of a box. */
export const concernRoom: Room = { characters: 3000, bytes: 6108 }

const keyBytes = 32
export const concernBytes: typeof contracted = 6140

/** `replyKey`: what answers are sealed to, an X25519 public key made for this concern alone. */
export type Concern = { readonly replyKey: Uint8Array; readonly text: string }

/** key (32) || text (6108). @throws when the text is too long */
export function writeConcern({ replyKey, text }: Concern): Uint8Array {
  assert(replyKey.length === keyBytes, 'a key has 32 bytes')
  return concatBytes(replyKey, writeInRoom(text, concernRoom))
}

/** Null for bytes that `writeConcern` does not make of a text that says something. */
export function readConcern(bytes: Uint8Array): Concern | null {
  if (bytes.length !== concernBytes) return null
  const text = readInRoom(bytes.subarray(keyBytes), concernRoom)
  return text ? { replyKey: bytes.slice(0, keyBytes), text } : null
}

/** What is said to a sender. The text may be empty: then it says the state alone. */
export type ConcernAnswer = {
  /** 16 bytes: the right to reply to it, once. */
  readonly ticket: Uint8Array
  readonly state: ConcernState
  readonly by: 'trusted' | 'escalation'
  readonly office: string
  readonly text: string
}

const ticketBytes = 16
/** A longer name is cut. */
const nameBytes = 128
const answerBytes = ticketBytes + 2 + nameBytes + textBytes
const states: readonly ConcernState[] = ['new', 'read', 'in work', 'closed']

/** ticket (16) || state (1) || 1 for the escalation person (1) || office in UTF-8 (128) || text (1911): all as long. @throws when the text is too long */
export function writeConcernAnswer({ ticket, state, by, office, text }: ConcernAnswer): Uint8Array {
  assert(ticket.length === ticketBytes, 'a ticket has 16 bytes')
  const name = new Uint8Array(nameBytes)
  new TextEncoder().encodeInto(office, name)
  const flags = Uint8Array.of(states.indexOf(state), by === 'escalation' ? 1 : 0)
  return concatBytes(ticket, flags, name, writeText(text))
}

/** Null for bytes that `writeConcernAnswer` does not make. */
export function readConcernAnswer(bytes: Uint8Array): ConcernAnswer | null {
  if (bytes.length !== answerBytes) return null
  const [stateByte = states.length, byByte = 2] = bytes.subarray(ticketBytes)
  const state = states[stateByte]
  const text = readText(bytes.subarray(-textBytes))
  if (state === undefined || byByte > 1 || text === null) return null
  const name = bytes.subarray(ticketBytes + 2, ticketBytes + 2 + nameBytes)
  return {
    ticket: bytes.slice(0, ticketBytes),
    state,
    by: byByte === 1 ? 'escalation' : 'trusted',
    office: new TextDecoder().decode(name).replace(/\0+$/, ''),
    text,
  }
}
