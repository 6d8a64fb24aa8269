import type { Cut, Person, SnapshotCell, Truth, Unit } from './snapshot-format.ts'

/** Rebuilds who is in which cell, from the tree and the roster alone: an attacker trusts no list of parents. */
export class People {
  readonly #above: Map<string, Set<string>>
  readonly #itemNumber: Map<string, number>
  /** Per item: the items that must all be answered for it to count. */
  readonly #together: Map<string, readonly string[]>
  readonly #truth: Truth

  constructor(truth: Truth) {
    this.#truth = truth
    this.#above = withAllAbove(truth.units)
    this.#itemNumber = new Map(truth.items.map((item, i) => [item, i]))
    this.#together = new Map(truth.items.map((item) => [item, [item]]))
    for (const [scale, items] of Object.entries(truth.scales ?? {}))
      for (const item of [scale, ...items]) this.#together.set(item, [scale, ...items])
  }

  /** Those who answered anything in the wave. */
  respondents(wave: string): Person[] {
    const people = this.#truth.waves.find((one) => one.id === wave)?.people ?? []
    return people.filter((person) => person.answers?.some((answer) => answer !== null))
  }

  /** Those who count for an item; null stands for everybody who answered anything. */
  counted(wave: string, item: string | null): Person[] {
    const people = this.respondents(wave)
    if (item === null) return people
    const needed = this.#together.get(item) ?? [item]
    return people.filter((person) => needed.every((one) => this.answer(person, one) !== null))
  }

  answer(person: Person, item: string): number | null {
    return person.answers?.[this.#itemNumber.get(item) ?? -1] ?? null
  }

  isIn(person: Person, cell: Pick<SnapshotCell, 'unit' | 'scope' | 'cut'>): boolean {
    const inUnit =
      cell.scope === 'direct'
        ? person.unit === cell.unit
        : (this.#above.get(person.unit)?.has(cell.unit) ?? false)
    return inUnit && hasCategories(person.cut, cell.cut)
  }
}

function hasCategories(cut: Cut, wanted: Cut): boolean {
  return Object.entries(wanted).every(([attribute, category]) => cut[attribute] === category)
}

function withAllAbove(units: readonly Unit[]): Map<string, Set<string>> {
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parent]))
  return new Map(
    units.map(({ id }) => {
      const above = new Set<string>()
      for (let at: string | null = id; at !== null && !above.has(at); at = parentOf.get(at) ?? null)
        above.add(at)
      return [id, above]
    }),
  )
}
