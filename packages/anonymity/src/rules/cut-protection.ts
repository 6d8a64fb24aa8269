import type { HeadCounts } from '../head-counts.ts'
import type { Tree } from '../tree.ts'

/** An attribute, or a crossing of two or three, whose categories may be shown next to the tree. Most wanted first. */
export type Family = { readonly attributes: readonly number[]; readonly threshold: number }
/** Shown cells of a family: per category (mixed radix over its attributes, first attribute slowest) one flag per unit. */
export type ShownCuts = readonly (readonly Uint8Array[])[]

/** Placeholder until the rule lands. */
export function protectCuts(input: {
  readonly tree: Tree
  readonly heads: HeadCounts
  readonly shownUnits: Uint8Array
  readonly families: readonly Family[]
  readonly k: number
  readonly allowed?: ShownCuts
  readonly slack?: number
  readonly fill: boolean
}): ShownCuts {
  const { tree, heads, families } = input
  return families.map(({ attributes }) => {
    const combos = attributes.reduce((n, a) => n * (heads.attributes[a]?.categories.length ?? 0), 1)
    return Array.from({ length: combos }, () => new Uint8Array(tree.ids.length))
  })
}
