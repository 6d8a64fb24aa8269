import { remembered } from '@chorus/basics/remembered'
import type { ReleasedUnit } from '@chorus/contracts/publish'

/** A wave's tree, ready to be asked. */
export type UnitTree = {
  readonly byId: ReadonlyMap<string, ReleasedUnit>
  readonly below: (unit: string | null) => readonly ReleasedUnit[]
  /** All units, parents before children, and the place of each among them. */
  readonly inOrder: readonly ReleasedUnit[]
  readonly placeOf: ReadonlyMap<string, number>
}

/** Worked out once for each list of units: a company may have very many, and everybody's start page asks. */
export const unitTree = remembered((units: readonly ReleasedUnit[]): UnitTree => {
  const children = new Map<string | null, ReleasedUnit[]>()
  for (const unit of units) {
    const siblings = children.get(unit.parent)
    if (siblings) siblings.push(unit)
    else children.set(unit.parent, [unit])
  }
  const below = (unit: string | null) => children.get(unit) ?? []
  const inOrder: ReleasedUnit[] = []
  const open = [...below(null)].reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    inOrder.push(next)
    open.push(...[...below(next.id)].reverse())
  }
  return {
    byId: new Map(units.map((unit) => [unit.id, unit])),
    below,
    inOrder,
    placeOf: new Map(inOrder.map(({ id }, place) => [id, place])),
  }
})
