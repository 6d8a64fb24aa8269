import type { Tree } from '../tree.ts'

/** What is known of people in no shown unit: a small number of states that add up. */
export type RestStates = {
  readonly states: number
  /** Per unit: the state of the people attached to the unit itself. */
  readonly own: ArrayLike<number>
  /** The state of two groups together. */
  readonly plus: (a: number, b: number) => number
  /** Whether a shown unit may leave people in this state over. State 0 is nobody, and may always be left. */
  readonly safe: (rest: number) => boolean
}

/**
 * Chooses the units to show, so that every shown unit leaves a safe rest: the people in no shown unit below it. Of all
 * such choices the heaviest is taken: an exact dynamic programme over the tree, O(units x states^2). Ties fall in the order of
 * the units, so the same input always gives the same choice.
 * @param weight per unit, what showing it is worth
 * @param allowed units that may be shown as far as other rules go
 * @returns per unit 1 = shown
 */
export function chooseUnits(
  tree: Tree,
  { states, own, plus, safe }: RestStates,
  weight: ArrayLike<number>,
  allowed: Uint8Array,
): Uint8Array {
  const units = tree.ids.length
  // best[unit, s]: largest weight when the people below and in the unit who are in no shown unit are in state s.
  const best = new Float64Array(units * states).fill(impossible)
  // How state s came about when the unit was added to its parent: parent's state before * states + unit's state.
  const origin = new Int32Array(units * states).fill(-1)
  // The state whose people become the rest when the unit is shown; -1 = it stays hidden when nobody is left over.
  const shownFrom = new Int32Array(units).fill(-1)
  const sums = Int32Array.from({ length: states * states }, (_, i) =>
    plus(Math.floor(i / states), i % states),
  )
  const safeRests = Array.from({ length: states }, (_, state) => state).filter(
    (state) => state === 0 || safe(state),
  )
  for (let unit = 0; unit < units; unit++) best[unit * states + (own[unit] ?? 0)] = 0

  for (let i = tree.order.length - 1; i >= 0; i--) {
    const unit = tree.order[i] ?? 0
    if (allowed[unit] === 1) tryToShow(unit)
    if (i > 0) addToParent(unit, tree.parent[unit] ?? 0)
  }
  return walkBack()

  function tryToShow(unit: number): void {
    const at = unit * states
    let from = -1
    let most = impossible
    for (const state of safeRests) {
      const value = best[at + state] ?? impossible
      if (value <= most) continue
      most = value
      from = state
    }
    if (from === -1) return
    shownFrom[unit] = from
    best[at] = most + (weight[unit] ?? 0)
  }

  function addToParent(unit: number, parent: number): void {
    const merged = new Float64Array(states).fill(impossible)
    for (let a = 0; a < states; a++) {
      const before = best[parent * states + a] ?? impossible
      if (before === impossible) continue
      for (let b = 0; b < states; b++) {
        const value = before + (best[unit * states + b] ?? impossible)
        const state = sums[a * states + b] ?? 0
        if (value <= (merged[state] ?? impossible)) continue
        merged[state] = value
        origin[unit * states + state] = a * states + b
      }
    }
    best.set(merged, parent * states)
  }

  /** Parents come first; among siblings the one that was added last, so its origin leads to the one before. */
  function walkBack(): Uint8Array {
    const shown = new Uint8Array(units)
    const state = new Int32Array(units)
    for (const [i, unit] of tree.order.entries()) {
      let own = 0
      if (i === 0) own = bestState(unit)
      else {
        const parent = tree.parent[unit] ?? 0
        const from = origin[unit * states + (state[parent] ?? 0)] ?? 0
        state[parent] = Math.floor(from / states)
        own = from % states
      }
      const rest = shownFrom[unit] ?? -1
      if (own === 0 && rest !== -1) shown[unit] = 1
      state[unit] = shown[unit] === 1 ? rest : own
    }
    return shown
  }

  function bestState(unit: number): number {
    const values = best.subarray(unit * states, (unit + 1) * states)
    return values.reduce((top, value, state) => (value > (values[top] ?? impossible) ? state : top), 0)
  }
}

const impossible = Number.NEGATIVE_INFINITY
