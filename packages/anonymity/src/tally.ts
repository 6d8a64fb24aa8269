import { assert, present } from '@chorus/basics/assert'
import type { Item, Scale } from '@chorus/contracts/instrument'
import { type Block, blocksOf, type Measure, oriented } from '@chorus/instruments/score'
import { favourableFrom, isFavourable } from '@chorus/psychometrics/favourable-share'
import type { Moments } from '@chorus/psychometrics/moments'
import { rollUp, type Tree } from './tree.ts'

/**
 * Counts the answers of one wave, response by response, into what the figures need and no more: per unit and
 * measure a number, a sum, a sum of squares and a favourable count. No response is kept. Two tallies of the same
 * questionnaire merge into the tally of all their responses, so many workers can count at once.
 *
 * Sums are of distances from the lowest possible answer (of a scale: summed over its items), so whole answers are
 * counted exactly and the order of the responses cannot matter.
 */
export class Tally {
  readonly units: readonly string[]
  readonly items: readonly Item[]
  readonly blocks: readonly Block[]
  readonly measures: readonly Measure[]
  /** People who answered anything, per unit. */
  readonly respondents: Uint32Array
  /** People who answered all items of a block, per unit and block: the only ones who count for it. */
  readonly complete: Uint32Array

  readonly #scales: readonly Scale[]
  readonly #plans: readonly Plan[]
  readonly #unitNumber: ReadonlyMap<string, number>
  readonly #sum: Float64Array
  readonly #sumOfSquares: Float64Array
  readonly #favourable: Uint32Array

  constructor(units: readonly string[], scales: readonly Scale[]) {
    this.#scales = scales
    this.units = units
    this.items = scales.flatMap((scale) => scale.items)
    this.blocks = blocksOf(scales)
    this.measures = this.blocks.flatMap((block) => block.measures)
    this.#plans = plansOf(this.blocks)
    this.#unitNumber = new Map(units.map((id, index) => [id, index]))
    this.respondents = new Uint32Array(units.length)
    this.complete = new Uint32Array(units.length * this.blocks.length)
    this.#sum = new Float64Array(units.length * this.measures.length)
    this.#sumOfSquares = new Float64Array(units.length * this.measures.length)
    this.#favourable = new Uint32Array(units.length * this.measures.length)
  }

  /** The number under which `add` knows a unit; undefined when the tally does not know it. */
  unitNumber(id: string): number | undefined {
    return this.#unitNumber.get(id)
  }

  /**
   * Counts one response.
   * @param unit by number
   * @param answers as given, not turned round, one per item in the order of `items`; NaN where none was given
   */
  add(unit: number, answers: ArrayLike<number>): void {
    let answeredAny = false
    for (let block = 0; block < this.#plans.length; block++) {
      const plan = this.#plans[block]
      if (!plan) continue
      const given = countGiven(plan, answers)
      if (given > 0) answeredAny = true
      if (given === plan.items.length) this.#addBlock(unit, block, plan, answers)
    }
    if (answeredAny) increase(this.respondents, unit, 1)
  }

  /** The same for answers by item id, as they are kept in a database; a left-out item was not answered. */
  addById(unitId: string, answers: Readonly<Record<string, number | null>>): void {
    const unit = present(this.unitNumber(unitId), `unit ${unitId} of a response`)
    this.add(
      unit,
      this.items.map((item) => answers[item.id] ?? Number.NaN),
    )
  }

  /** Adds all that another tally of the same units and scales has counted. */
  merge(other: Tally): void {
    assert(
      other.units.length === this.units.length && other.measures.length === this.measures.length,
      'only tallies of the same units and scales merge',
    )
    for (const [mine, theirs] of [
      [this.respondents, other.respondents],
      [this.complete, other.complete],
      [this.#sum, other.#sum],
      [this.#sumOfSquares, other.#sumOfSquares],
      [this.#favourable, other.#favourable],
    ] as const)
      for (let i = 0; i < mine.length; i++) increase(mine, i, theirs[i] ?? 0)
  }

  /** A new tally in which every unit also holds all units below it. */
  rolledUp(tree: Tree): Tally {
    const whole = new Tally(this.units, this.#scales)
    whole.merge(this)
    rollUp(whole.respondents, 1, tree)
    rollUp(whole.complete, this.blocks.length, tree)
    for (const sums of [whole.#sum, whole.#sumOfSquares, whole.#favourable])
      rollUp(sums, this.measures.length, tree)
    return whole
  }

  /** People per unit who answered all items of one block. */
  completeIn(block: number): Uint32Array {
    return Uint32Array.from(this.units, (_, unit) => this.complete[unit * this.blocks.length + block] ?? 0)
  }

  /** What was counted for one measure of one unit; `divisor` sums make one scale point. */
  sumsOf(unit: number, block: number, measure: number): Moments & { favourable: number; divisor: number } {
    const plan = present(this.#plans[block], 'the block')
    const at = unit * this.measures.length + plan.firstMeasure + measure
    return {
      n: this.complete[unit * this.blocks.length + block] ?? 0,
      sum: this.#sum[at] ?? 0,
      sumOfSquares: this.#sumOfSquares[at] ?? 0,
      favourable: this.#favourable[at] ?? 0,
      divisor: plan.hasScale && measure === 0 ? plan.items.length : 1,
    }
  }

  #addBlock(unit: number, block: number, plan: Plan, answers: ArrayLike<number>): void {
    increase(this.complete, unit * this.#plans.length + block, 1)
    let at = unit * this.measures.length + plan.firstMeasure + (plan.hasScale ? 1 : 0)
    let total = 0
    for (let i = 0; i < plan.items.length; i++) {
      const item = plan.items[i]
      if (!item) continue
      const distance = oriented(item, answers[plan.firstItem + i] ?? 0) - item.min
      total += distance
      this.#addScore(at++, distance, plan.favourableDistance[i] ?? 0)
    }
    if (plan.hasScale)
      this.#addScore(at - plan.items.length - 1, total, (plan.favourableDistance[0] ?? 0) * plan.items.length)
  }

  #addScore(at: number, distance: number, favourableDistance: number): void {
    increase(this.#sum, at, distance)
    increase(this.#sumOfSquares, at, distance * distance)
    if (isFavourable(distance, favourableDistance)) increase(this.#favourable, at, 1)
  }
}

/** Where a block's answers stand in a response, and where its measures stand in the sums. */
type Plan = {
  readonly items: readonly Item[]
  readonly firstItem: number
  readonly firstMeasure: number
  readonly hasScale: boolean
  /** Per item: how far from the lowest answer the favourable ones begin. */
  readonly favourableDistance: readonly number[]
}

function plansOf(blocks: readonly Block[]): Plan[] {
  let firstItem = 0
  let firstMeasure = 0
  return blocks.map(({ items, measures }) => {
    const plan = {
      items,
      firstItem,
      firstMeasure,
      hasScale: measures.length > items.length,
      favourableDistance: items.map((item) => favourableFrom(item) - item.min),
    }
    firstItem += items.length
    firstMeasure += measures.length
    return plan
  })
}

function countGiven(plan: Plan, answers: ArrayLike<number>): number {
  let given = 0
  for (let i = 0; i < plan.items.length; i++) if (!Number.isNaN(answers[plan.firstItem + i])) given++
  return given
}

function increase(values: Float64Array | Uint32Array, at: number, by: number): void {
  values[at] = (values[at] ?? 0) + by
}
