import fc from 'fast-check'
import { seededRandom } from '../random.ts'
import type { Person, Truth } from '../snapshot-format.ts'
import { realisticCompany } from './realistic.ts'

/** What can happen to a person between two waves. */
type Event = 'stay' | 'leave' | 'move' | 'answer late' | 'fall silent'

/**
 * A second wave in which everybody who stays gives the same answers again (the worst case), and some people join, leave, move,
 * answer only now, or no longer. People who join are `joiners`: unit and answer.
 */
export function withSecondWave(
  first: Truth,
  eventOf: (person: Person) => Event,
  joiners: readonly Pick<Person, 'unit' | 'cut' | 'answers'>[],
): Truth {
  const before = first.waves[0]?.people ?? []
  const units = first.units.map(({ id }) => id)
  const after = before.flatMap((person): Person[] => {
    const event = eventOf(person)
    if (event === 'leave') return []
    if (event === 'fall silent') return [{ ...person, answers: null }]
    if (event === 'answer late') return [{ ...person, answers: person.answers ?? [4] }]
    if (event === 'move')
      return [{ ...person, unit: units[(units.indexOf(person.unit) + 1) % units.length] ?? person.unit }]
    return [person]
  })
  const joined = joiners.map((joiner, i): Person => ({ pid: `new-${i}`, ...joiner }))
  return {
    ...first,
    waves: [
      { id: 'w1', people: before },
      { id: 'w2', people: [...after, ...joined] },
    ],
  }
}

/** A realistic company and its next wave: about one in twelve leaves, joins or moves, some answer only once. */
export function realisticTwoWaves(seed: number, size: number, withCuts: boolean): Truth {
  const first = realisticCompany({ seed, size, managersAbove: true, withCuts })
  const random = seededRandom(-seed)
  const events: Event[] = ['leave', 'move', 'answer late', 'fall silent']
  const pool = first.waves[0]?.people ?? []
  const joiners = pool
    .filter(() => random() < 0.03)
    .map(({ unit, cut }) => ({ unit, cut, answers: [1 + Math.floor(7 * random())] }))
  return withSecondWave(
    first,
    () => (random() < 0.08 ? (events[Math.floor(4 * random())] ?? 'stay') : 'stay'),
    joiners,
  )
}

/** Any second wave of a company: a few events, and sometimes a whole unit that moves into its neighbour. */
export function anySecondWave(first: Truth): fc.Arbitrary<Truth> {
  const people = first.waves[0]?.people ?? []
  const event = fc.constantFrom<Event>('leave', 'move', 'answer late', 'fall silent')
  const touched = fc.array(fc.tuple(fc.nat(Math.max(0, people.length - 1)), event), { maxLength: 4 })
  const merged = fc.option(fc.constantFrom(...first.units.map(({ id }) => id)), { nil: null, freq: 3 })
  const joiner = fc.record({
    unit: fc.constantFrom(...first.units.map(({ id }) => id)),
    cut: fc.constant({}),
    answers: fc.tuple(fc.integer({ min: 1, max: 7 })),
  })
  return fc.tuple(touched, merged, fc.array(joiner, { maxLength: 2 })).map(([events, unit, joiners]) => {
    const byPid = new Map(events.map(([at, what]) => [people[at]?.pid, what]))
    return withSecondWave(
      first,
      (person) => byPid.get(person.pid) ?? (person.unit === unit ? 'move' : 'stay'),
      joiners,
    )
  })
}
