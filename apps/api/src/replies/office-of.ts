import type { ReleasedUnit } from '@chorus/contracts/publish'
import { unitTree } from '../access/unit-tree.ts'

/** In which role somebody speaks: HR, or the manager of a unit. */
export type Office = { readonly unit: { readonly id: string; readonly name: string } | null }

type Trees = {
  /** In which the comment was written. */
  readonly ofWave: readonly ReleasedUnit[]
  /** By which it is decided today who may read what. */
  readonly newest: readonly ReleasedUnit[]
}

/** `hrUnits`: the parts of the tree that somebody works for as HR. Led and HR's units, the own ones and those that are lent. */
export type OfficeRights = {
  readonly isHr: boolean
  readonly hrUnits: readonly string[]
  readonly leads: readonly string[]
}

/**
 * The role in which a reader answers a comment: HR, else the manager of the closest led unit, its own or above; null for somebody who may not
 * read it. A unit may have moved since: whoever leads it today, or what is above it today, reads what was written in it.
 */
export function officeOf(unit: string, { ofWave, newest }: Trees, reader: OfficeRights): Office | null {
  if (reader.isHr) return { unit: null }
  for (const at of upFrom(unit, ofWave))
    for (const { id, name } of upFrom(at.id, newest))
      if (reader.hrUnits.includes(id)) return { unit: null }
      else if (reader.leads.includes(id)) return { unit: { id, name } }
  return null
}

function* upFrom(unit: string, tree: readonly ReleasedUnit[]): Generator<ReleasedUnit> {
  const { byId } = unitTree(tree)
  for (let at = byId.get(unit); at; at = at.parent === null ? undefined : byId.get(at.parent)) yield at
}
