import type { KnownSums } from './known-sums.ts'
import { prime } from './prime-field.ts'

/**
 * A quick search before the complete one: is there a combination of the cell with what is known that touches fewer than k
 * people, each with coefficient 1 or -1? Nearly all are of this kind. Two rows give every column a 52-bit name that adds
 * like the column itself; a table holds the names of all columns and pairs, and what is missing to the cell's
 * name is looked up: O(columns^2) for a table and for a cell. Complete for these coefficients up to k = 5: four people are two
 * pairs. A chance equality (one in 10^6 cells) only costs a cell.
 */
export class SignedSearch {
  readonly #left: number
  readonly #names: { readonly a: number; readonly b: number; readonly people: number }[] = []
  readonly #known: readonly Float64Array[]
  readonly #table: Float64Array
  readonly #people: Uint8Array
  readonly #mask: number

  /** @param people per column */
  constructor(known: KnownSums, people: Uint32Array, k: number) {
    this.#left = k - 1
    this.#known = known.rows(2)
    const [first, second] = this.#known
    for (const [column, count] of people.entries())
      if (count < k) this.#names.push({ a: first?.[column] ?? 0, b: second?.[column] ?? 0, people: count })
    const single = this.#names.filter((name) => name.people === 1)
    const entries = this.#names.length + single.length * single.length
    this.#mask = 2 ** Math.max(4, Math.ceil(Math.log2(3 * entries + 1))) - 1
    this.#table = new Float64Array(this.#mask + 1).fill(-1)
    this.#people = new Uint8Array(this.#mask + 1)
    for (const { a, b, people: count } of this.#names) this.#enter(a, b, count)
    if (k > 2)
      for (let i = 0; i < single.length; i++)
        for (let j = 0; j < i; j++) {
          const x = single[i] ?? nobody
          const y = single[j] ?? nobody
          this.#enter(plus(x.a, y.a), plus(x.b, y.b), 2)
          this.#enter(minus(x.a, y.a), minus(x.b, y.b), 2)
        }
  }

  /** Whether there is such a combination; one that touches nobody, because the cell is known, counts too. */
  finds(cell: readonly number[]): boolean {
    const [first, second] = this.#known
    let a = 0
    let b = 0
    for (const column of cell) {
      a += first?.[column] ?? 0
      b += second?.[column] ?? 0
    }
    a %= prime
    b %= prime
    if ((a === 0 && b === 0) || this.#holds(a, b, this.#left)) return true
    for (const { a: x, b: y, people } of this.#names) {
      if (people >= this.#left) continue
      if (this.#holds(minus(a, x), minus(b, y), this.#left - people)) return true
      if (this.#holds(plus(a, x), plus(b, y), this.#left - people)) return true
    }
    return this.#left >= 4 && this.#findsTwoPairs(a, b)
  }

  #findsTwoPairs(a: number, b: number): boolean {
    const single = this.#names.filter((name) => name.people === 1)
    for (let i = 0; i < single.length; i++) {
      const x = single[i] ?? nobody
      const aMinus = minus(a, x.a)
      const bMinus = minus(b, x.b)
      const aPlus = plus(a, x.a)
      const bPlus = plus(b, x.b)
      for (let j = 0; j < i; j++) {
        const y = single[j] ?? nobody
        if (this.#holds(minus(aMinus, y.a), minus(bMinus, y.b), 2)) return true
        if (this.#holds(plus(aMinus, y.a), plus(bMinus, y.b), 2)) return true
        if (this.#holds(minus(aPlus, y.a), minus(bPlus, y.b), 2)) return true
        if (this.#holds(plus(aPlus, y.a), plus(bPlus, y.b), 2)) return true
      }
    }
    return false
  }

  /** Under a name and its negative the same entry stands. */
  #enter(a: number, b: number, people: number): void {
    const name = nameOf(a, b)
    let at = this.#placeOf(name)
    for (; this.#table[at] !== -1; at = (at + 1) & this.#mask) {
      if (this.#table[at] !== name) continue
      if (people < (this.#people[at] ?? 0)) this.#people[at] = people
      return
    }
    this.#table[at] = name
    this.#people[at] = people
  }

  #holds(a: number, b: number, mostPeople: number): boolean {
    const name = nameOf(a, b)
    for (let at = this.#placeOf(name); this.#table[at] !== -1; at = (at + 1) & this.#mask)
      if (this.#table[at] === name) return (this.#people[at] ?? 0) <= mostPeople
    return false
  }

  #placeOf(name: number): number {
    return (Math.imul((name % 4_294_967_296) | 0, 0x9e3779b1) >>> 8) & this.#mask
  }
}

const nobody = { a: 0, b: 0, people: 0 }

function nameOf(a: number, b: number): number {
  const turn = a > prime / 2 || (a === 0 && b > prime / 2)
  return turn ? minus(0, a) * prime + minus(0, b) : a * prime + b
}

function plus(a: number, b: number): number {
  const sum = a + b
  return sum >= prime ? sum - prime : sum
}

function minus(a: number, b: number): number {
  return a < b ? a - b + prime : a - b
}
