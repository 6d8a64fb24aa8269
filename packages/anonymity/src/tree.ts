import { assert, present } from '@chorus/basics/assert'

/** The organisation tree as arrays: unit i has the parent `parent[i]`, -1 for the root. */
export type Tree = {
  readonly ids: readonly string[]
  readonly parent: Int32Array
  /** Unit numbers, parents before children, in the given order among siblings. */
  readonly order: Int32Array
}

/** Readers of files refuse anything that is no tree, so here it would be a bug. */
export function treeOf(units: readonly { id: string; parent: string | null }[]): Tree {
  const index = new Map(units.map((unit, i) => [unit.id, i]))
  const parent = Int32Array.from(units, (unit) =>
    unit.parent === null ? -1 : present(index.get(unit.parent), `the parent of unit ${unit.id}`),
  )
  const children: number[][] = units.map(() => [])
  const order: number[] = []
  parent.forEach((above, unit) => {
    if (above === -1) order.push(unit)
    else children[above]?.push(unit)
  })
  assert(order.length === 1, 'an organisation has one root')
  for (const unit of order) for (const child of children[unit] ?? []) order.push(child)
  assert(order.length === units.length, 'every unit hangs on the root')
  return { ids: units.map((unit) => unit.id), parent, order: Int32Array.from(order) }
}

/** Adds every unit's values to all units above it, in place. `width` values belong to each unit. */
export function rollUp<T extends Float64Array | Uint32Array>(values: T, width: number, tree: Tree): T {
  for (let i = tree.order.length - 1; i > 0; i--) {
    const unit = tree.order[i] ?? 0
    const from = unit * width
    const to = (tree.parent[unit] ?? 0) * width
    for (let j = 0; j < width; j++) values[to + j] = (values[to + j] ?? 0) + (values[from + j] ?? 0)
  }
  return values
}
