import { present } from '@chorus/basics/assert'
import type { Scale } from '@chorus/contracts/instrument'
import type { HeadCounts } from './head-counts.ts'
import { OrganisationTally } from './organisation-tally.ts'
import { type CountedScores, Tally } from './tally.ts'

/** Where the people of one row stand: unit by number, one category per attribute, '' = none. */
type Place = { readonly unit: number; readonly categories: readonly string[] }

/** Who counts in a layer: everybody who answered, or who answered all of a block (by number). */
export type Layer = 'respondents' | number

/**
 * The answers of one wave, counted in finest groups: people of the same unit with the same category in every attribute. Without
 * attributes these are the units. Memory grows with groups and items, never with responses.
 */
export class GroupTally {
  readonly attributes: readonly string[]
  readonly scales: readonly Scale[]
  /** One row per group, in the order in which they were first met. */
  readonly tally: Tally
  /** What belongs to the whole organisation: how statements go together. Counts kept elsewhere (`addCounted`) cannot say it. */
  readonly whole: OrganisationTally
  readonly #places: Place[] = []
  readonly #units: readonly string[]
  readonly #rowOf = new Map<string, number>()

  /** @param attributes names of the cuts, in the order in which `add` is given the categories */
  constructor(units: readonly string[], scales: readonly Scale[], attributes: readonly string[] = []) {
    this.attributes = attributes
    this.#units = units
    this.scales = scales
    this.tally = new Tally([], scales)
    this.whole = new OrganisationTally(scales)
  }

  /** Counts one response: as `Tally.add`. */
  add(unit: number, answers: ArrayLike<number>, categories: readonly string[] = this.#noCategories): void {
    this.tally.add(this.#row(unit, categories), answers)
    this.whole.add(unit, answers)
  }

  /** The same for answers by item id, as they are kept in a database; a left-out item was not answered. */
  addById(unitId: string, answers: Readonly<Record<string, number | null>>): void {
    const unit = present(this.unitNumber(unitId), `unit ${unitId} of a response`)
    this.add(
      unit,
      this.tally.items.map((item) => answers[item.id] ?? Number.NaN),
    )
  }

  /** Counts what was counted elsewhere, where no response was kept. */
  addCounted(unit: number, categories: readonly string[], counted: CountedScores): void {
    this.tally.addCounted(this.#row(unit, categories), counted)
  }

  /** The number under which `add` knows a unit; undefined when it is not in the tree. */
  unitNumber(id: string): number | undefined {
    this.#unitNumbers ??= new Map(this.#units.map((unit, number) => [unit, number]))
    return this.#unitNumbers.get(id)
  }

  /** Head counts of a layer, in an order that the order of responses cannot change. */
  heads(layer: Layer): HeadCounts {
    const categories = this.attributes.map((_, attribute) =>
      [...new Set(this.#places.map((place) => place.categories[attribute] ?? ''))]
        .filter((name) => name !== '')
        .sort(),
    )
    const numbers = categories.map((names) => new Map(names.map((name, number) => [name, number])))
    const counts = layer === 'respondents' ? this.tally.respondents : this.tally.completeIn(layer)
    const rows = this.#places
      .map((place, row) => ({
        unit: place.unit,
        categories: place.categories.map((name, attribute) => numbers[attribute]?.get(name) ?? -1),
        count: counts[row] ?? 0,
      }))
      .sort((a, b) => a.unit - b.unit || inOrder(a.categories, b.categories))
    return {
      attributes: this.attributes.map((name, attribute) => ({
        name,
        categories: categories[attribute] ?? [],
      })),
      unit: Int32Array.from(rows, (row) => row.unit),
      category: Int32Array.from(rows.flatMap((row) => row.categories)),
      count: Uint32Array.from(rows, (row) => row.count),
    }
  }

  /** Every group with its people: all who answered, and those who answered all of each block. */
  groups(): { unit: string; cut: Record<string, string>; respondents: number; complete: number[] }[] {
    const { respondents } = this.tally
    const complete = this.tally.blocks.map((_, block) => this.tally.completeIn(block))
    return this.#places.map(({ unit, categories }, row) => ({
      unit: present(this.#units[unit], `unit number ${unit}`),
      cut: Object.fromEntries(
        this.attributes.flatMap((name, at) => (categories[at] ? [[name, categories[at]]] : [])),
      ),
      respondents: respondents[row] ?? 0,
      complete: complete.map((people) => people[row] ?? 0),
    }))
  }

  /** Whether everybody who answered anything answered all of a block. */
  nobodySkipped(block: number): boolean {
    const complete = this.tally.completeIn(block)
    return this.tally.respondents.every((people, row) => people === complete[row])
  }

  /** People of a layer who are attached to each unit itself. */
  ownCounts(layer: Layer): Uint32Array {
    const counts = layer === 'respondents' ? this.tally.respondents : this.tally.completeIn(layer)
    const own = new Uint32Array(this.#units.length)
    this.#places.forEach(({ unit }, row) => {
      own[unit] = (own[unit] ?? 0) + (counts[row] ?? 0)
    })
    return own
  }

  /** Counts per unit itself. */
  ownSums(): Tally {
    return this.sumsWhere(this.#units, ({ unit }, add) => add(unit))
  }

  /** A new tally: every group is added to all the rows of it that `rowsFor` names. */
  sumsWhere(ids: readonly string[], rowsFor: (place: Place, add: (row: number) => void) => void): Tally {
    const sums = new Tally(ids, this.scales)
    this.#places.forEach((place, from) => {
      rowsFor(place, (to) => sums.addRow(to, this.tally, from))
    })
    return sums
  }

  readonly #noCategories: readonly string[] = []
  #unitNumbers: ReadonlyMap<string, number> | undefined

  #row(unit: number, categories: readonly string[]): number {
    const key = categories.length === 0 ? String(unit) : `${unit}\u0000${categories.join('\u0000')}`
    const known = this.#rowOf.get(key)
    if (known !== undefined) return known
    const id = present(this.#units[unit], `unit number ${unit}`)
    const row = this.tally.ensureUnit(JSON.stringify([id, ...categories]))
    this.#rowOf.set(key, row)
    this.#places.push({ unit, categories: [...categories] })
    return row
  }
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0)
  return 0
}
