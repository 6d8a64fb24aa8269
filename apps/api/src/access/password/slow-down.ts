import { createHmac, randomBytes } from 'node:crypto'

const freeTries = 3
const firstWaitSeconds = 15
const longestWaitSeconds = 15 * 60
const forgottenAfterSeconds = 3600
const periodSeconds = 15 * 60
const mostInAll = 300

/**
 * Makes whoever tries wrong passwords wait: after three free tries 15 s, then twice as long each time, up to a quarter of an hour; and
 * everybody once there were 300 wrong ones in a quarter of an hour. A name is an HMAC under a key of this process, kept in memory for an hour and
 * never written: where several processes run, each counts for itself, so there are as many times more tries (decision 34).
 */
export class SlowDown {
  readonly #key = randomBytes(32)
  readonly #wrong = new Map<string, { count: number; at: number }>()
  #all = { count: 0, since: Number.NEGATIVE_INFINITY }

  /** Seconds to wait before the next try; 0 when it may come now. */
  waitFor(name: string, now: Date): number {
    const at = now.getTime() / 1000
    if (this.#all.count >= mostInAll && at < this.#all.since + periodSeconds)
      return Math.ceil(this.#all.since + periodSeconds - at)
    const known = this.#wrong.get(this.#hash(name))
    if (known === undefined || known.count < freeTries) return 0
    const wait = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (known.count - freeTries))
    return Math.max(0, Math.ceil(known.at + wait - at))
  }

  /** Counted before the password is looked at, so that many at once gain nothing. */
  tries(name: string, now: Date): void {
    const at = now.getTime() / 1000
    for (const [hash, known] of this.#wrong)
      if (at > known.at + forgottenAfterSeconds) this.#wrong.delete(hash)
    const hash = this.#hash(name)
    this.#wrong.set(hash, { count: (this.#wrong.get(hash)?.count ?? 0) + 1, at })
    if (at >= this.#all.since + periodSeconds) this.#all = { count: 0, since: at }
    this.#all.count += 1
  }

  succeeded(name: string): void {
    this.#wrong.delete(this.#hash(name))
    this.#all.count -= 1
  }

  #hash(name: string): string {
    return createHmac('sha256', this.#key).update(name.toLowerCase()).digest('base64')
  }
}
