import { inverse, minus, times } from './modular.ts'

/** A vector with few entries: rising places, residues that are not 0. */
export type Column = { readonly at: readonly number[]; readonly values: readonly number[] }

/** Work that all columns of one search may cost together, in entries touched. */
export type Budget = { left: number }

/** Columns that span a space, each led by another place. */
export class ColumnBasis {
  readonly #byLead = new Map<number, Column>()
  readonly #budget: Budget

  constructor(budget: Budget) {
    this.#budget = budget
  }

  /**
   * The column less what lies in the span. Nothing is left exactly when it lies in the span altogether, and what is left
   * has 0 at every lead, so columns that differ by something in the span leave the same.
   */
  reduce(column: Column): Column {
    let current = column
    for (let i = 0; i < current.at.length; ) {
      const pivot = this.#byLead.get(current.at[i] ?? -1)
      if (!pivot) i++
      else current = this.#subtract(current, i, pivot)
    }
    return current
  }

  /** Takes a column that `reduce` has left; false when nothing was left. */
  add(reduced: Column): boolean {
    const lead = reduced.at[0]
    if (lead === undefined) return false
    this.#byLead.set(lead, scaled(reduced))
    return true
  }

  /** current - current[i] * pivot. The pivot's lead is 1 and stands at place i, so earlier entries stay as they are. */
  #subtract(current: Column, i: number, pivot: Column): Column {
    const factor = current.values[i] ?? 0
    const at = current.at.slice(0, i)
    const values = current.values.slice(0, i)
    let [left, right] = [i, 0]
    while (left < current.at.length || right < pivot.at.length) {
      const a = current.at[left] ?? Number.POSITIVE_INFINITY
      const b = pivot.at[right] ?? Number.POSITIVE_INFINITY
      let value = a <= b ? (current.values[left] ?? 0) : 0
      if (b <= a) value = minus(value, times(factor, pivot.values[right] ?? 0))
      if (value !== 0) {
        at.push(Math.min(a, b))
        values.push(value)
      }
      if (a <= b) left++
      if (b <= a) right++
    }
    this.#budget.left -= left + right
    return { at, values }
  }
}

/** The column times what makes its first entry 1: the same for all columns that are multiples of each other. */
export function scaled(column: Column): Column {
  const lead = column.values[0] ?? 1
  if (lead === 1) return column
  const factor = inverse(lead)
  return { at: column.at, values: column.values.map((value) => times(value, factor)) }
}
