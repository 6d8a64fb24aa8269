import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto'
import { type MailTopic, mailTopics } from '@chorus/contracts/mail'
import { keyFor } from '../vault/installation-key.ts'
import { VaultError } from '../vault/vault.ts'

const markBytes = 16
const tokenBytes = 2 * markBytes
/** A byte that tells a mark from an empty place, and the mark. */
const entryBytes = 1 + markBytes
const ivBytes = 12
const tagBytes = 16
const cipher = 'aes-256-gcm'
/** Room for as many marks even in the smallest organisation. */
const leastRoom = 1024

/**
 * Who wants no reminders, or no mails of another topic, or asked for those that come to nobody else, so that only whoever holds the installation's key can
 * tell. An address becomes a mark (an HMAC); the marks of an organisation stand at random places of one block, which has room for everybody and is encrypted anew at each
 * change. A copy of the database shows the same number of random bytes whether nobody or everybody wants no reminders.
 */
export class ReminderMarks {
  readonly #mark: Buffer
  readonly #token: Buffer
  readonly #block: Buffer

  constructor(installationKey: Uint8Array) {
    this.#mark = keyFor('mark of who wants no reminders', installationKey)
    this.#token = keyFor('link to reminders', installationKey)
    this.#block = keyFor('block of who wants no reminders', installationKey)
  }

  /** @param email as it stands on the roster @returns base64url */
  markOf(organisation: string, email: string, topic: MailTopic = 'reminders'): string {
    const address = `${organisation}\n${email.toLowerCase()}`
    return hmac(this.#mark, inTopic(address, topic)).toString('base64url')
  }

  /** What a mail's link carries: the mark, and a proof that it was made here. Base64url, 43 characters. */
  tokenOf(organisation: string, email: string, topic: MailTopic = 'reminders'): string {
    const mark = Buffer.from(this.markOf(organisation, email, topic), 'base64url')
    return Buffer.concat([mark, this.#proof(organisation, mark, topic)]).toString('base64url')
  }

  /** The mark in a token that was made for this organisation, and what it is about; null in any other text. */
  markIn(organisation: string, token: string): { mark: string; topic: MailTopic } | null {
    const bytes = Buffer.from(token, 'base64url')
    if (bytes.length !== tokenBytes) return null
    const mark = bytes.subarray(0, markBytes)
    const topic = mailTopics.find((one) =>
      timingSafeEqual(bytes.subarray(markBytes), this.#proof(organisation, mark, one)),
    )
    return topic === undefined ? null : { mark: mark.toString('base64url'), topic }
  }

  /**
   * The marks in a block, base64url.
   * @throws VaultError when it was written under another key
   */
  known(organisation: string, block: Buffer | null): Set<string> {
    if (block === null) return new Set()
    const plain = this.#open(organisation, block)
    const known = new Set<string>()
    for (let at = 0; at < plain.length; at += entryBytes)
      if (plain[at] === 1) known.add(plain.toString('base64url', at + 1, at + entryBytes))
    return known
  }

  /** @param people on the roster: the block has room for twice as many, so that its length says nothing but that */
  write(organisation: string, marks: ReadonlySet<string>, people: number): Buffer {
    const room = Math.max(leastRoom, nextPowerOfTwo(2 * Math.max(mailTopics.length * people, marks.size)))
    const entries = Buffer.alloc(room * entryBytes)
    const taken = new Set<number>()
    for (const mark of marks) {
      let place = randomInt(room)
      while (taken.has(place)) place = randomInt(room)
      taken.add(place)
      entries[place * entryBytes] = 1
      entries.write(mark, place * entryBytes + 1, 'base64url')
    }
    const iv = randomBytes(ivBytes)
    const box = createCipheriv(cipher, this.#block, iv).setAAD(Buffer.from(organisation))
    return Buffer.concat([iv, box.update(entries), box.final(), box.getAuthTag()])
  }

  #proof(organisation: string, mark: Buffer, topic: MailTopic): Buffer {
    return hmac(this.#token, Buffer.concat([Buffer.from(inTopic(`${organisation}\n`, topic)), mark]))
  }

  #open(organisation: string, block: Buffer): Buffer {
    const box = createDecipheriv(cipher, this.#block, block.subarray(0, ivBytes))
    box.setAAD(Buffer.from(organisation)).setAuthTag(block.subarray(-tagBytes))
    try {
      return Buffer.concat([box.update(block.subarray(ivBytes, -tagBytes)), box.final()])
    } catch {
      throw new VaultError(
        'Who wants no reminders was written under another vault/installation.key. Put that file back: until then no reminder is sent.',
      )
    }
  }
}

/** What stood in links and blocks before there was a second topic goes on. */
function inTopic(text: string, topic: MailTopic): string {
  return topic === 'reminders' ? text : `${topic}\n${text}`
}

function hmac(key: Buffer, message: string | Buffer): Buffer {
  return createHmac('sha256', key).update(message).digest().subarray(0, markBytes)
}

function nextPowerOfTwo(number: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, number)))
}
