import type { Tree } from '../tree.ts'

/**
 * Rule: crossings of attributes are shown only for the whole organisation and for units with at least 100 answers. Below
 * that, a combination with its 2k people is a large part of its margins, so next to none would pass beside them; it also
 * describes people rather than a group ("engineers of two years in Lyon"), which many would recognise.
 * @param counts answers per unit, everything below it included
 * @returns per unit 1 where crossings may be shown as far as this rule goes
 */
export function crossingUnits(tree: Tree, counts: Uint32Array): Uint8Array {
  return Uint8Array.from(counts, (count, unit) =>
    unit === tree.order[0] || count >= crossingMinimum ? 1 : 0,
  )
}

const crossingMinimum = 100
