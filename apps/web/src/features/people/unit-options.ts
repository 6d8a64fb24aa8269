import type { OrganisationTree } from '@chorus/contracts/organisation'

export type UnitRow = OrganisationTree['units'][number]

/** Units as the options of a choice, indented by their depth: of two teams with one name the place tells which is which. */
export function unitOptions(units: readonly UnitRow[]): (readonly [string, string])[] {
  return units.map(({ id, name, depth }) => [id, `${'\u2003'.repeat(depth)}${name}`] as const)
}

export function nameOfUnit(units: readonly UnitRow[], id: string): string {
  return units.find((unit) => unit.id === id)?.name ?? id
}
