import { rollUp, type Tree } from '../tree.ts'
import { chooseUnits } from './tree-programme.ts'

/**
 * Rule: no small group follows from what is shown by subtracting. Of every shown unit, the people who are in no shown
 * unit below it (its rest) number 0 or at least k. The rests are disjoint and every shown sum is a sum of
 * rests, so this is exactly the promise that any combination of shown cells touches 0 or at least k people.
 * A unit's own members count as a hidden group too: managers are as easy to find by subtraction as a small team.
 * It follows that a hidden group of 1 to k - 1 is never the only thing missing in a shown unit.
 *
 * Of all such choices the one that keeps most is taken, O(units x k^2), maximising the answers in shown units, plus one for
 * each. It looks at head counts only, never at answers, so the same counts always give the same mask. Stops: parent minus
 * children, managers as a remainder, chains. Cost: next to a small team a larger one is hidden with it.
 *
 * @param own answers of people attached to the unit itself
 * @param allowed units that other rules leave
 * @returns per unit 1 = shown
 */
export function protectTree(tree: Tree, own: Uint32Array, k: number, allowed: Uint8Array): Uint8Array {
  const counts = rollUp(Uint32Array.from(own), 1, tree)
  return chooseUnits(
    tree,
    {
      // How many people are left over: 0 to k - 1, or k and more.
      states: k + 1,
      own: own.map((count) => Math.min(k, count)),
      plus: (a, b) => Math.min(k, a + b),
      safe: (rest) => rest === k,
    },
    Float64Array.from(counts, (count) => count + 1),
    allowed,
  )
}
