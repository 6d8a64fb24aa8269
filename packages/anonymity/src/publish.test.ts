import { policyInput } from '@chorus/contracts/policy'
import { expect, test } from 'vitest'
import { cellOf, figuresOf, people, publish, tallyOf, unit } from '../test/wave.ts'
import { publishWave } from './publish.ts'

test('nobody answered: every cell is the one word', () => {
  const wave = publish([unit('all', null), unit('a', 'all')])
  for (const cell of wave.cells)
    expect(cell).toMatchObject({ status: 'protected', reason: 'protected', n: null, invited: null })
  expect(wave.organisation).toEqual({ n: null, invited: null, responseRate: null, spread: {}, skipped: [] })
})

test('everybody said the same: means without spread, intervals without width', () => {
  const wave = publish([unit('all', null, people(12))])
  expect(figuresOf(wave, 'all', 'safety')).toMatchObject({
    status: 'published',
    n: 12,
    mean: 6,
    sd: 0,
    interval: { lo: 6, hi: 6 },
    favourable: 1,
  })
})

test('a mean, its spread and its interval are those of the answers', () => {
  // 3, 4, 4, 5, 6, 7, 6: mean 5, sum of squared deviations 12, sd sqrt(2), t(6) = 2.446911851144...
  const wave = publish([
    unit(
      'all',
      null,
      [3, 4, 4, 5, 6, 7, 6].map((o) => [4, 4, o]),
    ),
  ])
  const { mean, sd, interval, favourable } = figuresOf(wave, 'all', 'o1')
  expect([mean, sd, favourable]).toEqual([5, Math.SQRT2, null])
  expect(interval?.lo).toBeCloseTo(5 - (2.4469118511449692 * Math.SQRT2) / Math.sqrt(7), 12)
})

test('the favourable share needs ten answers, and a rest of ten below a shown share', () => {
  const nine = publish([unit('all', null, people(9))])
  expect(figuresOf(nine, 'all', 'o1')).toMatchObject({ mean: 5, favourable: null, favourableInterval: null })
  const wave = publish([
    unit('all', null, people(9)),
    unit('a', 'all', people(30)),
    unit('b', 'all', people(12)),
  ])
  expect(['all', 'a', 'b'].map((id) => figuresOf(wave, id, 'o1').favourable)).toEqual([1, 1, null])
  expect(['all', 'a', 'b'].map((id) => figuresOf(wave, id, 'o1').mean)).toEqual([5, 5, 5])
})

test('without a list of invited people no rate is shown and nothing is said about people who stayed silent', () => {
  const wave = publish([unit('all', null, people(7))])
  expect(cellOf(wave, 'all')).toMatchObject({ n: 7, invited: 7, responseRate: null })
  expect(figuresOf(wave, 'all', 'o1').intervalOfInvited).toBe(null)
})

test('with the list, the rate and the interval of exactly these people are shown', () => {
  const wave = publish([{ ...unit('all', null, [...people(5), ...people(5, [1, 1, 1])]), invited: 20 }])
  expect(cellOf(wave, 'all')).toMatchObject({ n: 10, invited: 20, responseRate: 0.5 })
  const { interval, intervalOfInvited } = figuresOf(wave, 'all', 'o1')
  const width = (band: { lo: number; hi: number } | null) => (band?.hi ?? 0) - (band?.lo ?? 0)
  expect(width(intervalOfInvited)).toBeCloseTo(width(interval) * Math.SQRT1_2, 12)
})

test('a block that too few answered in full is protected where the cell is shown, scale and items together', () => {
  const wave = publish([unit('all', null, [...people(4), ...people(8, [6, null, 5])])])
  expect(cellOf(wave, 'all').n).toBe(12)
  expect(cellOf(wave, 'all').measures.map((figures) => figures.status)).toEqual([
    'protected',
    'protected',
    'protected',
    'published',
  ])
})

test('an organisation with fewer than two groups of answers is shown as a whole only', () => {
  const wave = publish([unit('all', null), unit('a', 'all', people(9))])
  expect(wave.cells.map((cell) => cell.status)).toEqual(['published', 'protected'])
})

const spread = (shift: number) => [3, 4, 4, 5, 5, 3, 4, 4].map((o) => [4, 4, o + shift])
const changed = (before: (number | null)[][], after: (number | null)[][]) => {
  const earlier = publish([unit('all', null, before)], { id: 'w1' })
  return figuresOf(publish([unit('all', null, after)], { id: 'w2', earlier: [earlier] }), 'all', 'o1').change
}

test('a change is called when its interval leaves 0 out, and says what could have been seen', () => {
  expect(changed(spread(0), spread(2))).toMatchObject({ since: 'w1', difference: 2, verdict: 'up' })
  expect(changed(spread(2), spread(0))).toMatchObject({ difference: -2, verdict: 'down' })
  const none = changed(spread(0), spread(0))
  expect(none).toMatchObject({ difference: 0, verdict: 'no change shown' })
  expect(none?.smallestSeen).toBeGreaterThan(1)
})

test('below eight answers in a wave no change is called', () => {
  expect(changed(spread(0).slice(1), spread(2))).toMatchObject({ verdict: 'too few', interval: null })
})

test('two waves without spread have a difference and no test', () => {
  expect(changed(people(9), people(9, [6, 2, 6]))).toEqual({
    since: 'w1',
    difference: 1,
    interval: null,
    smallestSeen: null,
    verdict: 'no change shown',
  })
})

test('a wave is compared with the latest one in which the measure was published', () => {
  const first = publish([unit('all', null, spread(0))], { id: 'w1' })
  const hidden = publish([unit('all', null, people(8, [6, 2, null]))], { id: 'w2', earlier: [first] })
  const third = publish([unit('all', null, spread(2))], { id: 'w3', earlier: [first, hidden] })
  expect(figuresOf(third, 'all', 'o1').change?.since).toBe('w1')
})

test('the first wave has nothing to be compared with', () => {
  expect(figuresOf(publish([unit('all', null, spread(0))]), 'all', 'o1').change).toBe(null)
})

test('a tally that does not fit the tree is a bug, not a release', () => {
  const units = [unit('all', 'all', people(9))]
  const input = { wave: { id: 'w', closed: null }, units, counts: tallyOf(units), invited: null }
  expect(() => publishWave({ ...input, policy: policyInput.parse({}), earlier: [] })).toThrow()
})
