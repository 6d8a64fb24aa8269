import type { Cell, Change, ChangeVerdict, MeasureFigures } from '@chorus/contracts/publish'
import { tQuantile } from '@chorus/psychometrics/student-t'
import { chanceOf } from './change-certainty.ts'

/** Of the changes that a report calls, at most this share is expected to be false. */
export const falseShare = 0.05

/** What a report says of one comparison, seen together with all others that it shows. */
export type JudgedChange = {
  readonly verdict: ChangeVerdict
  /** The smallest true change that would have been called with a probability of 80 %, had nothing else moved. */
  readonly smallestSeen: number | null
}

/** A comparison as far as it is judged: of two waves, or of a unit with one that it is part of. */
type Compared = Omit<Change, 'since'>

export type ChangeFamily = {
  /** Comparisons that could be made: where one was too few, nothing was tested. */
  readonly comparisons: number
  judge(change: Compared): JudgedChange
}

/**
 * Judges all comparisons that one report shows of one wave together. A hundred teams in which nothing moved give five changes by
 * chance when each is judged by itself; so a change that was released as up or down stays one only when it also holds
 * among all others. What was released as no change never becomes one. A family is one wave, so that later waves do not change what was said.
 * Source: Benjamini & Hochberg (1995): called is every p up to the largest p(i) <= q i / m; `benjaminiHochberg` says the same as adjusted values.
 */
export function changeFamily(changes: Iterable<Compared>): ChangeFamily {
  const p = Float64Array.from(testedIn(changes)).sort()
  const m = p.length
  let cutoff = -1
  p.forEach((value, i) => {
    if (value <= (falseShare * (i + 1)) / m) cutoff = value
  })
  const factors = new Map<number, number>()

  /** Standard errors that a change must measure to be called in 4 of 5 cases as the only one of the family. */
  function factorAt(df: number): number {
    const known = factors.get(df)
    if (known !== undefined) return known
    const factor = tQuantile(1 - falseShare / m / 2, df) + tQuantile(0.8, df)
    factors.set(df, factor)
    return factor
  }

  return {
    comparisons: m,
    judge(change) {
      const probability = chanceOf(change)
      if (!change.test || probability === null)
        return { verdict: change.verdict, smallestSeen: change.smallestSeen }
      const { standardError, df } = change.test
      return {
        verdict: probability <= cutoff ? change.verdict : 'no change shown',
        smallestSeen: Math.max(change.smallestSeen ?? 0, factorAt(df) * standardError),
      }
    },
  }
}

/** The family that a measure of this type belongs to. */
export type FamilyOf = (type: MeasureFigures['type']) => ChangeFamily

/**
 * The families of what one report shows of one wave: scales and outcomes together, and items apart, which are many, lie below their scale
 * and repeat it.
 */
export function familiesOf(cells: Iterable<Pick<Cell, 'measures'>>): FamilyOf {
  const heads: Change[] = []
  const items: Change[] = []
  for (const { measures } of cells)
    for (const { type, change } of measures) if (change) (type === 'item' ? items : heads).push(change)
  const [ofHeads, ofItems] = [changeFamily(heads), changeFamily(items)]
  return (type) => (type === 'item' ? ofItems : ofHeads)
}

function* testedIn(changes: Iterable<Compared>): Generator<number> {
  for (const change of changes) {
    const p = chanceOf(change)
    if (p !== null) yield p
  }
}
