import { seededRandom } from '../random.ts'
import type { Person, Truth, Unit } from '../snapshot-format.ts'

type Options = {
  readonly seed: number
  /** Invited people. */
  readonly size: number
  /** The manager of a unit is a member of the unit above, as reporting lines have it; else leaf units hold everybody. */
  readonly managersAbove: boolean
  readonly withCuts: boolean
}

type Team = { id: string; members: number }

/**
 * A company as one meets it: teams of about 6.5 people (log-normal, median), three to eight units under one roof, 65 to 88 %
 * of the invited answering, and three attributes with four, three and five categories.
 */
export function realisticCompany({ seed, size, managersAbove, withCuts }: Options): Truth {
  const random = seededRandom(seed)
  const units = treeOf(teamSizes(size, random), managersAbove, random)
  const people = units.flatMap(({ id, members }) =>
    Array.from({ length: members }, (_, i) => ({ pid: `${id}-${i}`, unit: id })),
  )
  const rate = 0.65 + 0.23 * random() ** (2 / 3)
  const climate = new Map(units.map(({ id }) => [id, 4.6 + 0.6 * normal(random)]))
  return {
    units: units.map(({ id, parent }): Unit => ({ id, parent })),
    cuts: withCuts ? attributes : {},
    items: ['q1'],
    waves: [
      {
        id: 'w1',
        people: people.map(
          ({ pid, unit }): Person => ({
            pid,
            unit,
            cut: withCuts ? cutOf(random) : {},
            answers: random() < rate ? [answer((climate.get(unit) ?? 4) + 1.4 * normal(random))] : null,
          }),
        ),
      },
    ],
  }
}

const attributes = {
  tenure: ['below 1', '1 to 3', '3 to 8', 'above 8'],
  place: ['north', 'south', 'east'],
  family: ['engineering', 'sales', 'operations', 'support', 'staff'],
}

function teamSizes(size: number, random: () => number): number[] {
  const sizes: number[] = []
  for (let left = size; left > 0; left -= sizes.at(-1) ?? left)
    sizes.push(Math.min(left, Math.max(2, Math.round(6.5 * Math.exp(0.45 * normal(random))))))
  return sizes
}

/** Joins three to eight units under a new one until one is left; with managers, each of the joined sends one person up. */
function treeOf(sizes: readonly number[], managersAbove: boolean, random: () => number) {
  const parents = new Map<string, string>()
  const all: Team[] = sizes.map((members, i) => ({ id: `t${i}`, members }))
  for (let level: Team[] = all.slice(), depth = 1; level.length > 1; depth++) {
    const above: Team[] = []
    for (let at = 0; at < level.length; ) {
      const left = level.length - at
      const wanted = 3 + Math.floor(6 * random())
      // A single child below a new unit would be the same group twice.
      const span = left - wanted < 2 ? left : wanted
      const joined = level.slice(at, at + span)
      const unit = { id: `d${depth}-${above.length}`, members: 0 }
      for (const one of joined) {
        parents.set(one.id, unit.id)
        if (!managersAbove) continue
        one.members -= 1
        unit.members += 1
      }
      above.push(unit)
      at += span
    }
    all.push(...above)
    level = above
  }
  return all.map(({ id, members }) => ({ id, members, parent: parents.get(id) ?? null }))
}

/** Independent of the units: the more a category follows a unit, the more people the market rules give away. */
function cutOf(random: () => number) {
  return {
    tenure: pick(attributes.tenure, [1, 1, 1, 1], random),
    place: pick(attributes.place, [5, 3, 2], random),
    family: pick(attributes.family, [3, 2, 2, 2, 1], random),
  }
}

function pick(names: readonly string[], weights: readonly number[], random: () => number): string {
  let at = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const chosen = names.find((_, i) => {
    at -= weights[i] ?? 0
    return at < 0
  })
  return chosen ?? names[0] ?? ''
}

function answer(value: number): number {
  return Math.min(7, Math.max(1, Math.round(value)))
}

/** Standard normal, by Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
