import loadHighs from 'highs'

const highs = await loadHighs()
const { modelStatus, variableType } = highs.constants

export type Term = readonly [column: number, weight: number]

/** A linear programme (with some columns whole, an integer programme) that is asked many questions, solved by HiGHS. */
export class LinearProgramme {
  readonly #model = highs.createModel()
  #columns = 0

  constructor() {
    this.#model.options.set({ output_flag: false })
  }

  /** Adds a number between two bounds, infinite ones allowed. */
  column(lo: number, hi: number, whole = false): number {
    this.#model.addVar(lo, hi)
    const column = this.#columns++
    if (whole) this.#model.changeColIntegrality(column, variableType.integer)
    return column
  }

  bound(column: number, lo: number, hi: number): void {
    this.#model.changeColBounds(column, lo, hi)
  }

  /** Demands that the sum lie between two bounds. A column may stand in it once only. */
  row(lo: number, hi: number, terms: readonly Term[]): void {
    this.#model.addRow(lo, hi, {
      indices: terms.map(([column]) => column),
      values: terms.map(([, weight]) => weight),
    })
  }

  /** The least value of a sum; null when the demands contradict each other. */
  least(terms: readonly Term[]): number | null {
    for (const [column, weight] of terms) this.#model.changeColCost(column, weight)
    this.#model.run()
    const status = this.#model.getModelStatus()
    const value = this.#model.getObjectiveValue()
    for (const [column] of terms) this.#model.changeColCost(column, 0)
    if (status === modelStatus.optimal || status === modelStatus.empty) return value
    if (status === modelStatus.infeasible) return null
    throw new Error(`HiGHS ended with status ${status}`)
  }

  most(terms: readonly Term[]): number | null {
    const value = this.least(terms.map(([column, weight]): Term => [column, -weight]))
    return value === null ? null : -value
  }

  isPossible(): boolean {
    return this.least([]) !== null
  }

  /** HiGHS holds memory that is not collected. */
  dispose(): void {
    this.#model.dispose()
  }
}
