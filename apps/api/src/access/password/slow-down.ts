import type { Office } from '@chorus/db/database'
import { countTries, nobodyYet, type SignInTries } from '@chorus/db/stores/sign-in-tries'
import type { SealedTexts } from '../../vault/sealed-texts.ts'

const freeTries = 3
const firstWaitSeconds = 15
const longestWaitSeconds = 15 * 60
const forgottenAfterSeconds = 3600
const periodSeconds = 15 * 60
const mostInAll = 300

/**
 * Makes whoever tries wrong passwords wait: after three free tries 15 s, then twice as long each time, up to a quarter of an hour; and
 * everybody once there were 300 wrong ones in a quarter of an hour. Counted in the database, for all processes together, under an HMAC of the
 * name: of a name that nobody has in the very same way.
 */
export class SlowDown {
  readonly #office: Office
  readonly #secrets: SealedTexts
  readonly #all: Buffer

  constructor(office: Office, secrets: SealedTexts) {
    this.#office = office
    this.#secrets = secrets
    this.#all = secrets.markOf('wrong passwords', 'in all')
  }

  /**
   * Counts a try before its password is looked at, so that many at once gain nothing.
   * @returns seconds to wait before the next try, where this one may not be made; 0 where it may, and is counted
   */
  async begin(name: string, now: Date): Promise<number> {
    const own = this.#markOf(name)
    const marks = [this.#all, own]
    return countTries(this.#office, { organisation: nobodyYet, marks }, now, (known) => {
      const [all, tries] = [known(this.#all), known(own)]
      const answer = Math.max(waitOfAll(all, now), waitOf(tries, now))
      if (answer > 0) return { keep: [], answer }
      return {
        keep: [
          [this.#all, { at: now, forgetAt: later(now, periodSeconds), ...all, count: (all?.count ?? 0) + 1 }],
          [own, { at: now, forgetAt: later(now, forgottenAfterSeconds), count: (tries?.count ?? 0) + 1 }],
        ],
        answer,
      }
    })
  }

  async succeeded(name: string, now: Date): Promise<void> {
    const own = this.#markOf(name)
    const marks = [this.#all, own]
    await countTries(this.#office, { organisation: nobodyYet, marks }, now, (known) => {
      const all = known(this.#all)
      return {
        keep: [
          [this.#all, all && { ...all, count: Math.max(0, all.count - 1) }],
          [own, null],
        ],
        answer: undefined,
      }
    })
  }

  #markOf(name: string): Buffer {
    return this.#secrets.markOf('wrong passwords of', name.toLowerCase())
  }
}

function waitOf(tries: SignInTries | null, now: Date): number {
  if (tries === null || tries.count < freeTries) return 0
  const wait = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (tries.count - freeTries))
  return secondsUntil(later(tries.at, wait), now)
}

function waitOfAll(all: SignInTries | null, now: Date): number {
  return all === null || all.count < mostInAll ? 0 : secondsUntil(all.forgetAt, now)
}

function secondsUntil(moment: Date, now: Date): number {
  return Math.max(0, Math.ceil((moment.getTime() - now.getTime()) / 1000))
}

function later(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}
