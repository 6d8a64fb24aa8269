import { rightHalves, rightPlaces, sumOf, tail } from './chance.ts'
import type { WavePeople } from './wave-schedule.ts'

/** How well an order of answers tells whose they are, for an attacker who knows the exact order of people. */
export type Linkage = {
  /** Answers that the attacker found there. */
  readonly found: number
  /** People who were given their own answers. */
  readonly linked: number
  /** The smaller of both exact probabilities: this many right places, or right halves, by chance alone. */
  readonly chance: number
}

/**
 * Gives the k-th person of each cohort the k-th answer of it. The attacker is made stronger than any real one: told which
 * people's answers are in the place, the cohort of each, and the exact order in which those people came.
 * @param answers owners of the answers (known to the judge alone), in the order the attacker found them
 */
function linkByOrder(people: WavePeople, came: readonly string[], answers: readonly string[]): Linkage {
  const there = new Set(answers)
  const places: { right: number; by: readonly number[] }[] = []
  const halves: typeof places = []
  for (const cohort of people.values()) {
    const members = new Set(cohort)
    const persons = [...new Set(came)].filter((person) => members.has(person) && there.has(person))
    const owners = answers.filter((person) => members.has(person))
    const half = Math.floor(persons.length / 2)
    const early = new Set(persons.slice(0, half))
    places.push({
      right: persons.filter((person, rank) => owners[rank] === person).length,
      by: rightPlaces(persons.length),
    })
    halves.push({
      right: owners.slice(0, half).filter((person) => early.has(person)).length,
      by: rightHalves(persons.length),
    })
  }
  const linked = places.reduce((sum, { right }) => sum + right, 0)
  const rightHalf = halves.reduce((sum, { right }) => sum + right, 0)
  return {
    found: there.size,
    linked,
    chance: Math.min(
      tail(sumOf(places.map(({ by }) => by)), linked),
      tail(sumOf(halves.map(({ by }) => by)), rightHalf),
    ),
  }
}

/** The better of an order and its reverse: an attacker tries both. */
export function linkEitherWay(
  people: WavePeople,
  came: readonly string[],
  answers: readonly string[],
): Linkage {
  const [forward, backward] = [answers, [...answers].reverse()].map((order) =>
    linkByOrder(people, came, order),
  )
  if (!forward || !backward) throw new Error('two orders give two results')
  return forward.chance <= backward.chance ? forward : backward
}
