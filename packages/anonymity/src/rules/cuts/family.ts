import type { HeadCounts } from '../../head-counts.ts'

/** An attribute, or a crossing of two or three, whose categories may be shown next to the tree. */
export type Family = {
  /** Numbers of the attributes in the head counts. */
  readonly attributes: readonly number[]
  /** People a category cell needs. */
  readonly threshold: number
}

/** One flag per family, category (mixed radix over its attributes, first attribute slowest) and unit. */
export type ShownCuts = readonly (readonly Uint8Array[])[]

/** How many categories a family has: for a crossing, all combinations. */
export function categoriesOf(family: Family, attributes: HeadCounts['attributes']): number {
  return family.attributes.reduce((all, at) => all * (attributes[at]?.categories.length ?? 0), 1)
}
