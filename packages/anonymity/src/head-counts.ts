/**
 * People who count in one layer, in finest groups: same unit, same category in every attribute. Masks are drawn from
 * this alone, before any answer is looked at.
 */
export type HeadCounts = {
  readonly attributes: readonly { readonly name: string; readonly categories: readonly string[] }[]
  /** Per group: number of its unit in the tree. */
  readonly unit: Int32Array
  /** Per group and attribute (group * attributes.length + attribute): number of the category, -1 = none. */
  readonly category: Int32Array
  /** Per group: people. */
  readonly count: Uint32Array
}
