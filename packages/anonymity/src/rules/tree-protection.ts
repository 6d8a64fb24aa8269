import { rollUp, type Tree } from '../tree.ts'

/**
 * Rule: no small group follows from what is shown by subtracting. Of every shown unit, the people who are in no shown
 * unit below it (its rest) number 0 or at least k. The rests are disjoint and every shown sum is a sum of
 * rests, so this is exactly the promise that any combination of shown cells touches 0 or at least k people.
 * A unit's own members count as a hidden group too: managers are as easy to find by subtraction as a small team.
 * It follows that a hidden group of 1 to k - 1 is never the only thing missing in a shown unit.
 *
 * Of all such choices the one that keeps most is taken: an exact dynamic programme over the tree, O(units x k^2),
 * maximising the answers in shown units, plus one for each. It looks at head counts only, never at answers, and ties
 * fall in the order of the units, so the same counts always give the same mask.
 *
 * @param own answers of people attached to the unit itself
 * @param allowed units that other rules leave
 * @returns per unit 1 = shown
 */
export function protectTree(tree: Tree, own: Uint32Array, k: number, allowed: Uint8Array): Uint8Array {
  const width = k + 1
  const counts = rollUp(Uint32Array.from(own), 1, tree)
  // best[unit, s]: largest weight when s people (k = k or more) below and in the unit are in no shown unit.
  const best = new Float64Array(own.length * width).fill(impossible)
  // How state s came about when the unit was added to its parent: parent's state before * width + unit's state.
  const origin = new Int32Array(own.length * width).fill(-1)
  // The state whose people become the rest when the unit is shown; -1 = it stays hidden when nobody is left over.
  const shownFrom = new Int32Array(own.length).fill(-1)
  own.forEach((count, unit) => {
    best[unit * width + Math.min(k, count)] = 0
  })

  for (let i = tree.order.length - 1; i >= 0; i--) {
    const unit = tree.order[i] ?? 0
    if (allowed[unit] === 1) tryToShow(unit)
    if (i > 0) addToParent(unit, tree.parent[unit] ?? 0)
  }
  return walkBack()

  function tryToShow(unit: number): void {
    const at = unit * width
    const nobody = best[at] ?? impossible
    const enough = best[at + k] ?? impossible
    if (nobody === impossible && enough === impossible) return
    shownFrom[unit] = nobody >= enough ? 0 : k
    best[at] = Math.max(nobody, enough) + (counts[unit] ?? 0) + 1
  }

  function addToParent(unit: number, parent: number): void {
    const merged = new Float64Array(width).fill(impossible)
    for (let a = 0; a < width; a++) {
      const before = best[parent * width + a] ?? impossible
      if (before === impossible) continue
      for (let b = 0; b < width; b++) {
        const weight = before + (best[unit * width + b] ?? impossible)
        const state = Math.min(k, a + b)
        if (weight <= (merged[state] ?? impossible)) continue
        merged[state] = weight
        origin[unit * width + state] = a * width + b
      }
    }
    best.set(merged, parent * width)
  }

  /** Parents come first; among siblings the one that was added last, so its origin leads to the one before. */
  function walkBack(): Uint8Array {
    const shown = new Uint8Array(own.length)
    const state = new Int32Array(own.length)
    for (const [i, unit] of tree.order.entries()) {
      let own = 0
      if (i === 0) own = bestState(unit)
      else {
        const parent = tree.parent[unit] ?? 0
        const from = origin[unit * width + (state[parent] ?? 0)] ?? 0
        state[parent] = Math.floor(from / width)
        own = from % width
      }
      const rest = shownFrom[unit] ?? -1
      if (own === 0 && rest !== -1) shown[unit] = 1
      state[unit] = shown[unit] === 1 ? rest : own
    }
    return shown
  }

  function bestState(unit: number): number {
    const states = best.subarray(unit * width, (unit + 1) * width)
    return states.reduce((top, weight, state) => (weight > (states[top] ?? impossible) ? state : top), 0)
  }
}

const impossible = Number.NEGATIVE_INFINITY
