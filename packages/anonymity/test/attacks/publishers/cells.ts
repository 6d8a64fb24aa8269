import { People } from '../people.ts'
import type { Cut, Person, Truth, Unit } from '../snapshot-format.ts'

/** A group that could be shown, and who answered in it. */
export type Group = { readonly unit: string; readonly cut: Cut; readonly people: readonly Person[] }

/** Every unit with all below it, and in each every category of every attribute; crossed: of every pair of them too. */
export function groupsOf(
  truth: Truth,
  wave: string,
  crossed: boolean,
): { units: Group[]; categories: Group[] } {
  const everybody = new People(truth)
  const respondents = everybody.respondents(wave)
  const group = (unit: string, cut: Cut, people: readonly Person[]): Group => ({
    unit,
    cut,
    people: people.filter((person) => everybody.isIn(person, { unit, cut })),
  })
  const units = truth.units.map(({ id }) => group(id, {}, respondents))
  const single = Object.entries(truth.cuts).map(([attribute, names]) =>
    names.map((name): Cut => ({ [attribute]: name })),
  )
  const pairs = single.flatMap((a, i) =>
    single.slice(i + 1).map((b) => a.flatMap((one) => b.map((other): Cut => ({ ...one, ...other })))),
  )
  const cuts = [...single, ...(crossed ? pairs : [])].flat()
  const categories = units.flatMap(({ unit, people }) => cuts.map((cut) => group(unit, cut, people)))
  return { units, categories }
}

/** Units that have no unit below. */
export function leavesOf(units: readonly Unit[]): string[] {
  const parents = new Set(units.map((unit) => unit.parent))
  return units.flatMap(({ id }) => (parents.has(id) ? [] : [id]))
}
