import { createHmac, randomBytes } from 'node:crypto'

/**
 * How often something may be asked for, in all and for one name. A name is kept as an HMAC under a key of this process, in memory, until
 * the period is over, and never written anywhere.
 */
export class RequestLimit {
  readonly #limits: { readonly each: number; readonly all: number; readonly periodMilliseconds: number }
  readonly #counts = new Map<string, number>()
  #key = randomBytes(32)
  #all = 0
  #endsAt = 0

  constructor(limits: { each: number; all: number; periodMilliseconds: number }) {
    this.#limits = limits
  }

  /** Whether this request may still be served. */
  allows(name: string, now: Date): boolean {
    if (now.getTime() >= this.#endsAt) {
      this.#counts.clear()
      this.#key = randomBytes(32)
      this.#all = 0
      this.#endsAt = now.getTime() + this.#limits.periodMilliseconds
    }
    const hash = createHmac('sha256', this.#key).update(name).digest('base64')
    const count = (this.#counts.get(hash) ?? 0) + 1
    if (count > this.#limits.each || this.#all >= this.#limits.all) return false
    this.#counts.set(hash, count)
    this.#all += 1
    return true
  }
}
