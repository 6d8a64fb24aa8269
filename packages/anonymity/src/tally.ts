import { present } from '@chorus/basics/assert'
import type { Item, Scale } from '@chorus/contracts/instrument'
import { type Block, blocksOf, type Measure, oriented } from '@chorus/instruments/score'
import { favourableFrom, isFavourable } from '@chorus/psychometrics/favourable-share'
import type { Moments } from '@chorus/psychometrics/moments'
import { rollUp, type Tree } from './tree.ts'

/**
 * Counts the answers of one wave, response by response, into what the figures need and no more: per unit and
 * measure a number, a sum, a sum of squares and a favourable count, and per item how often each answer was
 * given. No response is kept. Rows of tallies of the same questionnaire add up to the row of all their responses.
 *
 * Sums are of distances from the lowest possible answer (of a scale: summed over its items), so whole answers are
 * counted exactly and the order of the responses cannot matter.
 */
export class Tally {
  readonly items: readonly Item[]
  readonly blocks: readonly Block[]
  readonly measures: readonly Measure[]

  readonly #units: string[]
  readonly #plans: readonly Plan[]
  readonly #unitNumber: Map<string, number>
  #respondents: Uint32Array
  #complete: Uint32Array
  #sum: Float64Array
  #sumOfSquares: Float64Array
  #favourable: Uint32Array
  #answers: Uint32Array
  /** Counters of answers that one unit has. */
  readonly #width: number

  constructor(units: readonly string[], scales: readonly Scale[]) {
    this.#units = [...units]
    this.items = scales.flatMap((scale) => scale.items)
    this.blocks = blocksOf(scales)
    this.measures = this.blocks.flatMap((block) => block.measures)
    this.#plans = plansOf(this.blocks)
    this.#unitNumber = new Map(units.map((id, index) => [id, index]))
    this.#respondents = new Uint32Array(units.length)
    this.#complete = new Uint32Array(units.length * this.blocks.length)
    this.#sum = new Float64Array(units.length * this.measures.length)
    this.#sumOfSquares = new Float64Array(units.length * this.measures.length)
    this.#favourable = new Uint32Array(units.length * this.measures.length)
    this.#width = this.#plans.reduce((sum, plan) => sum + plan.points.reduce((a, b) => a + b, 0), 0)
    this.#answers = new Uint32Array(units.length * this.#width)
  }

  get units(): readonly string[] {
    return this.#units
  }

  /** People who answered anything, per unit. */
  get respondents(): Uint32Array {
    return this.#respondents.subarray(0, this.#units.length)
  }

  /** The number of a unit, which is added when it is new. */
  ensureUnit(id: string): number {
    const known = this.#unitNumber.get(id)
    if (known !== undefined) return known
    const number = this.#units.push(id) - 1
    this.#unitNumber.set(id, number)
    if (number >= this.#respondents.length) this.#makeRoom(Math.max(64, 2 * number))
    return number
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
    if (answeredAny) increase(this.#respondents, unit, 1)
  }

  /** Counts what was counted elsewhere, where no response was kept. */
  addCounted(unit: number, { respondents, complete, scores }: CountedScores): void {
    increase(this.#respondents, unit, respondents)
    this.blocks.forEach((block, number) => {
      increase(this.#complete, unit * this.blocks.length + number, complete.get(block.id) ?? 0)
      const plan = present(this.#plans[number], 'the plan of a block')
      block.measures.forEach(({ id }, measure) => {
        for (const { distance, times } of scores.get(id) ?? [])
          this.#addScores(unit, plan, measure, distance, times)
      })
    })
  }

  /** Adds what another tally of the same scales has counted in one row to a row of this one. */
  addRow(to: number, other: Tally, from: number): void {
    for (const [mine, theirs, width] of [
      [this.#respondents, other.#respondents, 1],
      [this.#complete, other.#complete, this.blocks.length],
      [this.#sum, other.#sum, this.measures.length],
      [this.#sumOfSquares, other.#sumOfSquares, this.measures.length],
      [this.#favourable, other.#favourable, this.measures.length],
      [this.#answers, other.#answers, this.#width],
    ] as const)
      for (let i = 0; i < width; i++) increase(mine, to * width + i, theirs[from * width + i] ?? 0)
  }

  /** Adds every unit's counts to all units above it, in place. */
  rollUp(tree: Tree): this {
    rollUp(this.#respondents, 1, tree)
    rollUp(this.#complete, this.blocks.length, tree)
    for (const sums of [this.#sum, this.#sumOfSquares, this.#favourable])
      rollUp(sums, this.measures.length, tree)
    rollUp(this.#answers, this.#width, tree)
    return this
  }

  /** People per unit who answered all items of one block. */
  completeIn(block: number): Uint32Array {
    const people = new Uint32Array(this.#units.length)
    for (let unit = 0; unit < people.length; unit++)
      people[unit] = this.#complete[unit * this.blocks.length + block] ?? 0
    return people
  }

  /** What was counted for one measure of one unit. */
  sumsOf(unit: number, block: number, measure: number): Sums {
    const plan = present(this.#plans[block], 'the block')
    const at = unit * this.measures.length + plan.firstMeasure + measure
    return {
      n: this.#complete[unit * this.blocks.length + block] ?? 0,
      sum: this.#sum[at] ?? 0,
      sumOfSquares: this.#sumOfSquares[at] ?? 0,
      favourable: this.#favourable[at] ?? 0,
      divisor: plan.hasScale && measure === 0 ? plan.items.length : 1,
    }
  }

  /** How often each answer was given, lowest first; null for a scale, and for items with very many answers. */
  answersOf(unit: number, block: number, measure: number): readonly number[] | null {
    const plan = present(this.#plans[block], 'the block')
    const item = measure - (plan.hasScale ? 1 : 0)
    const points = plan.points[item] ?? 0
    if (points === 0) return null
    const from = unit * this.#width + (plan.firstAnswer[item] ?? 0)
    return [...this.#answers.subarray(from, from + points)]
  }

  #makeRoom(units: number): void {
    const grown = <T extends Float64Array | Uint32Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.#respondents = grown(this.#respondents, new Uint32Array(units))
    this.#complete = grown(this.#complete, new Uint32Array(units * this.blocks.length))
    this.#sum = grown(this.#sum, new Float64Array(units * this.measures.length))
    this.#sumOfSquares = grown(this.#sumOfSquares, new Float64Array(units * this.measures.length))
    this.#favourable = grown(this.#favourable, new Uint32Array(units * this.measures.length))
    this.#answers = grown(this.#answers, new Uint32Array(units * this.#width))
  }

  /** @param measure by its place in the block */
  #addScores(unit: number, plan: Plan, measure: number, distance: number, times: number): void {
    const item = measure - (plan.hasScale ? 1 : 0)
    const favourable = (plan.favourableDistance[Math.max(0, item)] ?? 0) * (item < 0 ? plan.items.length : 1)
    const at = unit * this.measures.length + plan.firstMeasure + measure
    increase(this.#sum, at, times * distance)
    increase(this.#sumOfSquares, at, times * distance * distance)
    if (isFavourable(distance, favourable)) increase(this.#favourable, at, times)
    if ((plan.points[item] ?? 0) > 0 && Number.isInteger(distance))
      increase(this.#answers, unit * this.#width + (plan.firstAnswer[item] ?? 0) + distance, times)
  }

  #addBlock(unit: number, block: number, plan: Plan, answers: ArrayLike<number>): void {
    increase(this.#complete, unit * this.#plans.length + block, 1)
    const first = plan.hasScale ? 1 : 0
    let total = 0
    for (let i = 0; i < plan.items.length; i++) {
      const item = plan.items[i]
      if (!item) continue
      const distance = oriented(item, answers[plan.firstItem + i] ?? 0) - item.min
      total += distance
      this.#addScores(unit, plan, first + i, distance, 1)
    }
    if (plan.hasScale) this.#addScores(unit, plan, 0, total, 1)
  }
}

/** How often each score was given, by measure: distances from the lowest, of a scale summed over its items. */
export type CountedScores = {
  /** People who answered anything. */
  readonly respondents: number
  /** Block -> people who answered all of it. */
  readonly complete: ReadonlyMap<string, number>
  readonly scores: ReadonlyMap<string, readonly { readonly distance: number; readonly times: number }[]>
}

/** What one measure of one unit comes to: distances from the lowest answer; `divisor` of them make one scale point. */
export type Sums = Moments & {
  readonly favourable: number
  readonly divisor: number
}

/** Where a block's answers stand in a response, and where its measures stand in the sums. */
type Plan = {
  readonly items: readonly Item[]
  readonly firstItem: number
  readonly firstMeasure: number
  readonly hasScale: boolean
  /** Per item: how far from the lowest answer the favourable ones begin. */
  readonly favourableDistance: readonly number[]
  /** Per item: how many answers it has, 0 where they are not counted one by one, and where their counters begin. */
  readonly points: readonly number[]
  readonly firstAnswer: readonly number[]
}

/** Items with more answers than this have no histogram: nobody could read it. */
const mostPoints = 11

function plansOf(blocks: readonly Block[]): Plan[] {
  let firstItem = 0
  let firstMeasure = 0
  let width = 0
  return blocks.map(({ items, measures }) => {
    const plan = {
      items,
      firstItem,
      firstMeasure,
      hasScale: measures.length > items.length,
      favourableDistance: items.map((item) => favourableFrom(item) - item.min),
      points: items.map(pointsOf),
      firstAnswer: items.map((item) => {
        const first = width
        width += pointsOf(item)
        return first
      }),
    }
    firstItem += items.length
    firstMeasure += measures.length
    return plan
  })
}

function pointsOf({ min, max }: Item): number {
  const points = max - min + 1
  return Number.isInteger(points) && points <= mostPoints ? points : 0
}

function countGiven(plan: Plan, answers: ArrayLike<number>): number {
  let given = 0
  for (let i = 0; i < plan.items.length; i++) if (!Number.isNaN(answers[plan.firstItem + i])) given++
  return given
}

function increase(values: Float64Array | Uint32Array, at: number, by: number): void {
  values[at] = (values[at] ?? 0) + by
}
