import { seededRandom } from '../random.ts'
import type { Cut, Truth, Unit } from '../snapshot-format.ts'
import { companyOf } from './nasty.ts'
import { realisticTwoWaves } from './two-waves.ts'

type Random = {
  readonly between: (lo: number, hi: number) => number
  readonly chance: (p: number) => boolean
}
type Plan = {
  /** Own people of every unit, and where it hangs; the first is the root. */
  readonly tree: readonly { own: number; parent: number | null }[]
  readonly answer?: (place: { unit: number; person: number }) => number
  readonly cut?: (place: { unit: number; person: number }) => Cut
}

const cuts = { site: ['a', 'b', 'c'], band: ['x', 'y'] }

/** Companies made so that one thing goes wrong, by its name and a seed. */
export const scenarios: Readonly<Record<string, (seed: number) => Truth>> = {
  'giants next to teams of one to four, and managers': built(({ between }) => ({
    tree: [
      root(1),
      under(0, 2),
      under(0, 2),
      under(1, 40),
      under(1, between(1, 4)),
      under(2, 30),
      under(2, between(6, 9)),
    ],
  })),
  'chains of single children': built(({ between }) => ({
    tree: [root(between(1, 5)), ...many(5, (i) => under(i, between(0, 5))), under(5, between(6, 9))],
  })),
  'sizes around k and twice k': built(({ between }) => ({
    tree: [
      root(between(0, 4)),
      under(0, 1),
      under(0, 2),
      ...many(8, (i) => under(1 + (i % 2), edges[between(0, 5)] ?? 5)),
    ],
  })),
  'one dissenter in each team': built(({ between }) => ({
    tree: [root(5), ...many(5, () => under(0, between(6, 12)))],
    answer: ({ person }) => (person === 0 ? 1 : 7),
  })),
  'unanimous teams': built(({ between }) => ({
    tree: [root(5), ...many(5, () => under(0, between(6, 12)))],
    answer: ({ unit }) => (unit % 2 === 0 ? 1 : 7),
  })),
  'a team and a category that differ by one person each': built(({ between }) => ({
    tree: [root(6), ...many(3, () => under(0, between(8, 12)))],
    cut: ({ unit, person }) => ({ site: (unit === 1) === person > 0 ? 'a' : 'b', band: 'x' }),
  })),
  'rare categories': built(({ between, chance }) => ({
    tree: [root(6), under(0, 3), under(0, 3), ...many(6, (i) => under(1 + (i % 2), between(8, 14)))],
    cut: () => ({ site: chance(0.06) ? 'c' : chance(0.5) ? 'a' : 'b', band: chance(0.08) ? 'y' : 'x' }),
  })),
  'two attributes and their crossing': built(({ between, chance }) => ({
    tree: [root(6), ...many(3, () => under(0, between(12, 18)))],
    cut: () => ({ site: chance(0.5) ? 'a' : chance(0.7) ? 'b' : 'c', band: chance(0.5) ? 'x' : 'y' }),
  })),
  'people who join, leave, move or answer late': (seed) => realisticTwoWaves(seed, 80, false),
}

const edges = [4, 5, 6, 9, 10, 11]

function built(planOf: (random: Random) => Plan): (seed: number) => Truth {
  return (seed) => {
    const random = seededRandom(seed)
    const between = (lo: number, hi: number) => lo + Math.floor((hi - lo + 1) * random())
    const { tree, answer, cut } = planOf({ between, chance: (p) => random() < p })
    const idOf = (unit: number) => `u${unit}`
    const units = tree.map(
      ({ parent }, i): Unit => ({ id: idOf(i), parent: parent === null ? null : idOf(parent) }),
    )
    const teams = tree.map(({ own }, unit) => ({
      unit: idOf(unit),
      people: many(own, (person) => ({
        cut: cut?.({ unit, person }) ?? {},
        answers: [answer?.({ unit, person }) ?? between(1, 7)],
      })),
    }))
    return companyOf(units, teams, cut ? cuts : {})
  }
}

function root(own: number) {
  return { own, parent: null }
}

function under(parent: number, own: number) {
  return { own, parent }
}

function many<T>(count: number, of: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => of(i))
}
