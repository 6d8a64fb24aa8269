import type { Scale } from '@chorus/contracts/instrument'
import { type Block, blocksOf, oriented } from '@chorus/instruments/score'
import {
  addCompleteToItemSums,
  type ItemSums,
  mergeItemSums,
  noItemSums,
} from '@chorus/psychometrics/item-sums'
import { engagementOf } from './engagement-item.ts'

/** Sums of blocks of people, and of all of them together. */
export type SumsInParts = { readonly parts: readonly ItemSums[]; readonly whole: ItemSums }

/**
 * Units share this many parts: enough for a bootstrap, and memory stays the same for a million answers. Team mates are in one part, so
 * intervals know that they resemble each other; and the order of the responses leaves no trace.
 */
const mostParts = 128

/**
 * What statements have to do with each other, counted response by response: sums of products of the items of each scale, and
 * of all scale scores with the outcome. No response is kept. Tallies of the same questionnaire and tree merge.
 */
export class OrganisationTally {
  readonly blocks: readonly Block[]
  /** Blocks that are scales, by number, in the order of the questionnaire. */
  readonly scales: readonly number[]
  /** The block of the outcome; -1 when the questionnaire has none. */
  readonly outcome: number
  /** Scales and outcome. */
  readonly #variables: readonly number[]
  readonly #items: (ItemSums | undefined)[][]
  #together: (ItemSums | undefined)[] = []
  /** Scales that anybody answered in full, and whether anybody answered the outcome. */
  #asked: Uint8Array
  readonly #complete: Uint8Array
  readonly #totals: Float64Array
  readonly #distances: readonly Float64Array[]
  readonly #row: Float64Array

  constructor(scales: readonly Scale[]) {
    this.blocks = blocksOf(scales)
    this.scales = this.blocks.flatMap(({ measures }, number) =>
      measures[0]?.type === 'scale' ? [number] : [],
    )
    const engagement = engagementOf(scales)
    this.outcome = this.blocks.findIndex(
      ({ id, measures }) => measures[0]?.type === 'outcome' && id === engagement,
    )
    this.#variables = [...this.scales, this.outcome]
    this.#items = this.blocks.map(() => [])
    this.#asked = new Uint8Array(this.blocks.length)
    this.#complete = new Uint8Array(this.blocks.length)
    this.#totals = new Float64Array(this.blocks.length)
    this.#distances = this.blocks.map(({ items }) => new Float64Array(items.length))
    this.#row = new Float64Array(this.blocks.length + 1)
  }

  /** Counts one response: as `Tally.add`. */
  add(unit: number, answers: ArrayLike<number>): void {
    const part = unit % mostParts
    let first = 0
    for (let number = 0; number < this.blocks.length; number++) {
      const block = this.blocks[number]
      if (block) this.#addBlock(number, block, part, answers, first)
      first += block?.items.length ?? 0
    }
    this.#addTogether(unit, part)
  }

  /** Adds what another tally of the same questionnaire and tree has counted. */
  merge(other: OrganisationTally): void {
    this.#items.forEach((mine, block) => {
      mergeParts(mine, other.#items[block] ?? [])
    })
    const asked = this.#asked.map((flag, block) => flag | (other.#asked[block] ?? 0))
    if (!sameFlags(asked, this.#asked)) this.#together = []
    if (sameFlags(asked, other.#asked)) mergeParts(this.#together, other.#together)
    this.#asked = asked
  }

  /** The items of one block, over the people who answered all of it; null when nobody did. */
  itemsOf(block: number): SumsInParts | null {
    return inParts(this.#items[block] ?? [])
  }

  /** Blocks of the scales that were asked: the predictors of `together`. */
  predictors(): number[] {
    return this.scales.filter((block) => this.#asked[block] === 1)
  }

  /** Whether nobody answered the outcome, or there is none. */
  outcomeNotAsked(): boolean {
    return this.#asked[this.outcome] !== 1
  }

  /**
   * A random number, the score of every predictor and the outcome, over the people who answered all of them; null when nobody
   * did. Scores are sums of distances from the lowest answer.
   */
  together(): SumsInParts | null {
    return inParts(this.#together)
  }

  #addBlock(number: number, block: Block, part: number, answers: ArrayLike<number>, first: number): void {
    const distances = this.#distances[number]
    if (!distances) return
    let total = 0
    for (let i = 0; i < distances.length; i++) {
      const item = block.items[i]
      if (!item) continue
      const distance = oriented(item, answers[first + i] ?? Number.NaN) - item.min
      distances[i] = distance
      total += distance
    }
    const complete = !Number.isNaN(total)
    this.#complete[number] = complete ? 1 : 0
    this.#totals[number] = total
    if (!complete || distances.length < 2) return
    const parts = this.#items[number]
    if (!parts) return
    let sums = parts[part]
    if (!sums) {
      sums = noItemSums(block.items.map(({ min }) => min))
      parts[part] = sums
    }
    addCompleteToItemSums(sums, distances)
  }

  /**
   * Who answered every scale that anybody answered. Which scales a wave asked shows while it is counted: when one more turns up,
   * those so far did not answer it, and counting begins again. So one pass is enough, and the order does not matter.
   */
  #addTogether(unit: number, part: number): void {
    if (this.outcome === -1) return
    let lacks = false
    let asksMore = false
    for (const block of this.#variables) {
      const complete = this.#complete[block] === 1
      const asked = this.#asked[block] === 1
      if (complete && !asked) {
        this.#asked[block] = 1
        asksMore = true
      }
      if (!complete && asked) lacks = true
    }
    if (asksMore) this.#together = []
    if (lacks || this.#complete[this.outcome] !== 1) return
    let width = 1
    let mixed = unit + 1
    for (const block of this.scales) {
      if (this.#asked[block] !== 1) continue
      const total = this.#totals[block] ?? 0
      this.#row[width++] = total
      mixed = mix(mixed, total)
    }
    const outcome = this.#totals[this.outcome] ?? 0
    this.#row[width++] = outcome
    this.#row[0] = mix(mixed, outcome) / 2 ** 32 - 0.5
    const sums = this.#together[part] ?? noItemSums(Array.from({ length: width }, () => 0))
    this.#together[part] = sums
    addCompleteToItemSums(sums, this.#row)
  }
}

/** A number that has nothing to do with the answers, and is always the same for the same answers: 0 to 2^32 - 1. */
function mix(before: number, value: number): number {
  let mixed = Math.imul(before ^ Math.round(value * 64), 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

function inParts(sparse: readonly (ItemSums | undefined)[]): SumsInParts | null {
  const parts = sparse.filter((part) => part !== undefined)
  return parts.length === 0 ? null : { parts, whole: mergeItemSums(parts) }
}

function mergeParts(mine: (ItemSums | undefined)[], theirs: readonly (ItemSums | undefined)[]): void {
  theirs.forEach((part, at) => {
    const known = mine[at]
    if (part) mine[at] = mergeItemSums(known ? [known, part] : [part])
  })
}

function sameFlags(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((flag, i) => flag === b[i])
}
