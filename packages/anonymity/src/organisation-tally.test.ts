import { instrument } from '@chorus/contracts/instrument'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OrganisationTally } from './organisation-tally.ts'

const { scales } = instrument.parse({
  id: 'test',
  name: 'Test',
  scales: [
    {
      id: 'a',
      name: 'A',
      role: 'core',
      items: [
        { id: 'a1', text: { en: 'One.' } },
        { id: 'a2', reversed: true, text: { en: 'Two.' } },
      ],
    },
    { id: 'b', name: 'B', role: 'rotating', items: [{ id: 'b1', text: { en: 'Three.' } }] },
    { id: 'o', name: 'O', role: 'outcome', items: [{ id: 'engagement', text: { en: 'Four.' } }] },
  ],
})

const answer = fc.option(fc.integer({ min: 1, max: 7 }), { nil: Number.NaN, freq: 4 })
const responses = fc.array(
  fc.record({ unit: fc.nat(300), answers: fc.tuple(answer, answer, answer, answer) }),
  {
    maxLength: 40,
  },
)
type Response = { unit: number; answers: number[] }

function counted(given: readonly Response[]): OrganisationTally {
  const tally = new OrganisationTally(scales)
  for (const { unit, answers } of given) tally.add(unit, answers)
  return tally
}

/** All that comes out of a tally; decimals of the random numbers may differ in their last digits. */
function outcomeOf(tally: OrganisationTally) {
  const sums = [tally.itemsOf(0), tally.together()].map(
    (found) =>
      found && [found.whole.n, ...found.whole.sums, ...found.whole.products].map((sum) => sum.toFixed(6)),
  )
  return { sums, predictors: tally.predictors(), notAsked: tally.outcomeNotAsked() }
}

test('nobody answered: there is nothing, and nothing was asked', () => {
  expect(outcomeOf(counted([]))).toEqual({ sums: [null, null], predictors: [], notAsked: true })
})

test('two halves merged are all of them in one pass, and the order leaves no trace', () => {
  fc.assert(
    fc.property(responses, fc.nat(40), (given, cut) => {
      const whole = outcomeOf(counted(given))
      const merged = counted(given.slice(0, cut))
      merged.merge(counted(given.slice(cut)))
      expect(outcomeOf(merged)).toEqual(whole)
      expect(outcomeOf(counted([...given].reverse()))).toEqual(whole)
    }),
  )
})

test('a person counts for a scale with all its items, and for drivers with all scales that anybody answered', () => {
  fc.assert(
    fc.property(responses, (given) => {
      const tally = counted(given)
      const has = ({ answers }: Response, places: number[]) =>
        places.every((at) => !Number.isNaN(answers[at]))
      const answeredB = given.some((one) => has(one, [2]))
      const answeredA = given.some((one) => has(one, [0, 1]))
      const needed = [...(answeredA ? [0, 1] : []), ...(answeredB ? [2] : []), 3]
      expect(tally.itemsOf(0)?.whole.n ?? 0).toBe(given.filter((one) => has(one, [0, 1])).length)
      expect(tally.together()?.whole.n ?? 0).toBe(given.filter((one) => has(one, needed)).length)
    }),
  )
})

test('a rotating scale that was not asked keeps nobody out', () => {
  const tally = counted([{ unit: 0, answers: [7, 1, Number.NaN, 5] }])
  expect(tally.predictors()).toEqual([0])
  expect([...(tally.together()?.whole.sums ?? [])].slice(1)).toEqual([12, 4])
})

test('people of one unit stay in one part', () => {
  const tally = counted(Array.from({ length: 300 }, (_, i) => ({ unit: i % 3, answers: [4, 4, 4, 4] })))
  expect(tally.itemsOf(0)?.parts.map(({ n }) => n)).toEqual([100, 100, 100])
})
