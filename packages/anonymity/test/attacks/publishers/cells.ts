import { People } from '../people.ts'
import type { Cut, Person, Truth, Unit } from '../snapshot-format.ts'

/** A group that could be shown, and who answered in it. */
export type Group = { readonly unit: string; readonly cut: Cut; readonly people: readonly Person[] }

/** Every unit with all below it, and in each every category of every attribute. */
export function groupsOf(truth: Truth, wave: string): { units: Group[]; categories: Group[] } {
  const everybody = new People(truth)
  const respondents = everybody.respondents(wave)
  const group = (unit: string, cut: Cut, people: readonly Person[]): Group => ({
    unit,
    cut,
    people: people.filter((person) => everybody.isIn(person, { unit, cut })),
  })
  const units = truth.units.map(({ id }) => group(id, {}, respondents))
  const categories = units.flatMap(({ unit, people }) =>
    Object.entries(truth.cuts).flatMap(([attribute, names]) =>
      names.map((name) => group(unit, { [attribute]: name }, people)),
    ),
  )
  return { units, categories }
}

/** Units that have no unit below. */
export function leavesOf(units: readonly Unit[]): string[] {
  const parents = new Set(units.map((unit) => unit.parent))
  return units.flatMap(({ id }) => (parents.has(id) ? [] : [id]))
}
