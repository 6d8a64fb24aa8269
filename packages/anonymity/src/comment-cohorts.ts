import { treeOf } from './tree.ts'

type Unit = { readonly id: string; readonly parent: string | null; readonly name: string }

/** A group that comments are filed under: at least as many people as anything that may be read needs answers. */
export type CommentCohort = {
  /** Unit of the release tree that the comments are filed under. */
  readonly unit: string
  /** For people: "Platform", "Platform with groups below". */
  readonly label: string
  /** Units whose own people are in it. */
  readonly from: readonly string[]
  readonly size: number
}

/**
 * Divides everybody into groups of at least `threshold` people, so that no comment is ever filed under fewer people than may be
 * shown one. From the leaves up: who is too few goes to the unit above. Those who are still too few at the root take the smallest
 * group with them; an organisation that is too small has no comments.
 * @param units the release tree
 * @param people number of people attached to each unit itself
 */
export function commentCohorts(
  units: readonly Unit[],
  people: ReadonlyMap<string, number>,
  threshold: number,
): CommentCohort[] {
  const tree = treeOf(units)
  const sources: number[][] = units.map((unit, number) => ((people.get(unit.id) ?? 0) > 0 ? [number] : []))
  const sizeOf = (from: readonly number[]) =>
    from.reduce((sum, number) => sum + (people.get(units[number]?.id ?? '') ?? 0), 0)
  const settled = new Map<number, number[]>()
  for (const unit of tree.order.toReversed()) {
    const here = sources[unit] ?? []
    const above = tree.parent[unit] ?? -1
    if (sizeOf(here) >= threshold || above === -1) settled.set(unit, here)
    else sources[above]?.push(...here)
  }
  const root = tree.order[0] ?? 0
  const left = settled.get(root) ?? []
  if (sizeOf(left) < threshold) settled.delete(root)
  if (left.length > 0 && !settled.has(root)) {
    const [smallest] = [...settled].sort(([a, x], [b, y]) => sizeOf(x) - sizeOf(y) || a - b)
    if (smallest) {
      settled.delete(smallest[0])
      settled.set(root, [...left, ...smallest[1]])
    }
  }
  return [...settled].map(([number, from]) => {
    const { id, name } = units[number] ?? { id: '', name: '' }
    const alone = from.length === 1 && from[0] === number
    return {
      unit: id,
      label: alone ? name : `${name} with groups below`,
      from: from.map((one) => units[one]?.id ?? ''),
      size: sizeOf(from),
    }
  })
}
