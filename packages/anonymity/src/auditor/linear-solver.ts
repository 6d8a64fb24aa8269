import { assert } from '@chorus/basics/assert'
import loadHighs from 'highs'

/** Unknowns between bounds; rows are weighted sums of some of them, each between bounds too. */
export type LinearSystem = {
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rows: readonly {
    readonly members: readonly number[]
    /** What each member counts in the sum; 1 where left out. */
    readonly weights?: readonly number[]
    readonly lo: number
    readonly hi: number
  }[]
}

/** Linear programmes that may still be solved, those that were, and kinds of people for which there were too many to try. */
export type ProgrammeBudget = { left: number; solved: number; kindsLeftOut: number }

/** Programmes that one audit may solve: some 25 ms each with 2,000 kinds of people. */
export function programmesOfAnAudit(): ProgrammeBudget {
  return { left: 2_000, solved: 0, kindsLeftOut: 0 }
}

/** Values of each unknown that were seen in solutions: what the unknown can be spans at least these. */
export type Seen = { readonly lo: Float64Array; readonly hi: Float64Array }

const highs = await loadHighs()

/**
 * Widens what was seen of every unknown until `isSettled` holds for it, or its exact least and greatest values are known. One
 * solution is a witness for all unknowns at once, so first all unsettled ones are lowered together, and raised together, as long
 * as that settles some; the few that remain are asked one by one.
 * @returns unknowns that are not settled: exactly known ones, and those that the budget left out; null when nothing satisfies
 * the system
 */
export function widen(
  { lower, upper, rows }: LinearSystem,
  seen: Seen,
  isSettled: (unknown: number) => boolean,
  budget: ProgrammeBudget,
): { exact: number[]; leftOut: number[] } | null {
  const { constants } = highs
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ members }, i) => {
    starts[i + 1] = (starts[i] ?? 0) + members.length
  })
  const indices = Int32Array.from(rows.flatMap(({ members }) => members))
  const model = highs.createModel({
    numCols: lower.length,
    numRows: rows.length,
    colCost: new Float64Array(lower.length),
    colLower: lower,
    colUpper: upper,
    rowLower: Float64Array.from(rows, ({ lo }) => lo),
    rowUpper: Float64Array.from(rows, ({ hi }) => hi),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: lower.length,
      starts,
      indices,
      values: Float64Array.from(rows.flatMap(({ members, weights }) => weights ?? members.map(() => 1))),
    },
  })
  /** Solves once and takes the solution as a witness; false when there is none. */
  function solve(sense: 'minimize' | 'maximize'): boolean {
    budget.left--
    budget.solved++
    model.changeObjectiveSense(constants.objectiveSense[sense])
    model.run()
    const status = model.getModelStatus()
    if (status === constants.modelStatus.infeasible) return false
    assert(status === constants.modelStatus.optimal, 'a bounded linear programme has an optimum')
    model.getSolution().colValue.forEach((value, unknown) => {
      seen.lo[unknown] = Math.min(seen.lo[unknown] ?? value, value)
      seen.hi[unknown] = Math.max(seen.hi[unknown] ?? value, value)
    })
    return true
  }
  const aim = (unknowns: readonly number[], cost: number) => {
    for (const unknown of unknowns) model.changeColCost(unknown, cost)
  }
  try {
    model.options.set({ output_flag: false })
    let open = [...lower.keys()]
    for (let before = open.length + 1; open.length < before && open.length > 0 && budget.left >= 2; ) {
      before = open.length
      aim(open, 1)
      if (!solve('minimize') || !solve('maximize')) return null
      aim(open, 0)
      open = open.filter((unknown) => !isSettled(unknown))
    }
    const exact: number[] = []
    const leftOut: number[] = []
    for (const unknown of open) {
      if (isSettled(unknown)) continue
      if (budget.left < 2) leftOut.push(unknown)
      else {
        aim([unknown], 1)
        if (!solve('minimize') || !solve('maximize')) return null
        aim([unknown], 0)
        if (!isSettled(unknown)) exact.push(unknown)
      }
    }
    return { exact, leftOut }
  } finally {
    model.dispose()
  }
}
