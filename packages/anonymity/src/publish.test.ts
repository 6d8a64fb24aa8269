import { policyInput } from '@chorus/contracts/policy'
import { expect, test } from 'vitest'
import { cellOf, figuresOf, people, publish, tallyOf, twoScales, unit } from '../test/wave.ts'
import { publishWave } from './publish.ts'

test('nobody answered: every cell is the one word', () => {
  const wave = publish([unit('all', null), unit('a', 'all')])
  for (const cell of wave.cells)
    expect(cell).toMatchObject({ status: 'protected', reason: 'protected', n: null, invited: null })
  const { audit, statistics, ...summary } = wave.organisation
  expect(summary).toEqual({ n: null, invited: null, responseRate: null, spread: {}, skipped: [] })
  expect(statistics?.drivers).toEqual({ absent: 'protected' })
  expect(audit).toMatchObject({ cells: { shown: 0, hidden: 2 }, findings: 0 })
})

test('everybody said the same: it looks as if one had not, and its intervals are as wide as anybody’s', () => {
  const wave = publish([unit('all', null, people(12, [7, 1, 7]))])
  expect(figuresOf(wave, 'all', 'safety')).toMatchObject({
    status: 'published',
    n: { lo: 10, hi: 14 },
    mean: { lo: 6.25, hi: 7 },
    sd: null,
    answers: null,
    favourable: { lo: 0.85, hi: 1 },
    agreement: null,
  })
  expect(figuresOf(wave, 'all', 's1').agreement).toBe('strong')
  const interval = figuresOf(wave, 'all', 'safety').interval
  expect((interval?.hi ?? 0) - (interval?.lo ?? 0)).toBeGreaterThan(1)
})

test('an interval is that of what is shown: the middles of the bands and a quarter of the range as spread', () => {
  // Shown are 5-9 answers and 4.75 to 5.25. Taken for 7 answers of mean 5 and sd 1.5, with the step's own variance 0.5^2/12.
  const wave = publish([
    unit(
      'all',
      null,
      [3, 4, 4, 5, 6, 7, 6, 6, 5].map((o) => [4, 4, o]),
    ),
  ])
  const { n, mean, interval, favourable, agreement } = figuresOf(wave, 'all', 'o1')
  expect([n, mean, favourable, agreement]).toEqual([{ lo: 5, hi: 9 }, { lo: 4.75, hi: 5.25 }, null, null])
  // t(6) = 2.446911851144969, from a table.
  const half = 2.446911851144969 * Math.sqrt(1.5 ** 2 / 7 + 0.5 ** 2 / 12)
  expect(interval?.lo).toBeCloseTo(5 - half, 12)
  expect(interval?.hi).toBeCloseTo(5 + half, 12)
})

test('from 30 answers on the typical spread is released, and the intervals of all cells are made with it', () => {
  const mixed = (n: number) => Array.from({ length: n }, (_, i) => [4, 4, 3 + (i % 3)])
  const wave = publish([unit('all', null), unit('a', 'all', mixed(24)), unit('b', 'all', mixed(12))])
  // 3, 4 and 5 equally often: 24 squared deviations of 1 in 34 degrees of freedom, sqrt(24/34) = 0.840...
  expect(wave.organisation.spread.o1).toBe(0.84)
  const { interval } = figuresOf(wave, 'b', 'o1')
  // b is shown as 10-14 answers and 3.75 to 4.25; t(11) = 2.2009851601.
  expect(interval?.hi).toBeCloseTo(4 + 2.2009851601 * Math.sqrt(0.84 ** 2 / 12 + 0.5 ** 2 / 12), 9)
})

test('the favourable share needs ten answers, and a rest of ten below a shown share', () => {
  const nine = publish([unit('all', null, people(9))])
  expect(figuresOf(nine, 'all', 'o1')).toMatchObject({ favourable: null, favourableInterval: null })
  const wave = publish([
    unit('all', null, people(9)),
    unit('a', 'all', people(30)),
    unit('b', 'all', people(12)),
  ])
  const nearlyAll = { lo: 0.925, hi: 1 }
  expect(['all', 'a', 'b'].map((id) => figuresOf(wave, id, 'o1').favourable)).toEqual([
    nearlyAll,
    nearlyAll,
    null,
  ])
  expect(['all', 'a', 'b'].map((id) => figuresOf(wave, id, 'o1').mean)).toEqual([
    { lo: 4.95, hi: 5.05 },
    { lo: 4.95, hi: 5.05 },
    { lo: 4.75, hi: 5.25 },
  ])
})

test('distributions and spread need 30 answers', () => {
  const of = (n: number) => figuresOf(publish([unit('all', null, people(n))]), 'all', 'o1')
  expect([of(29).answers, of(29).sd]).toEqual([null, null])
  expect(of(30).answers?.map((share) => (typeof share === 'number' ? share : share.lo))).toEqual([
    0, 0, 0, 0, 0.925, 0, 0,
  ])
  expect(of(30).sd).toEqual({ lo: 0, hi: 0.55 })
})

test('without a list of invited people no rate is shown and nothing is said about people who stayed silent', () => {
  const wave = publish([unit('all', null, people(7))])
  expect(cellOf(wave, 'all')).toMatchObject({ n: { lo: 5, hi: 9 }, invited: null, responseRate: null })
  expect(figuresOf(wave, 'all', 'o1').intervalOfInvited).toBe(null)
})

test('with the list, the rate and the interval of exactly these people are shown', () => {
  const wave = publish([{ ...unit('all', null, [...people(5), ...people(5, [1, 1, 1])]), invited: 20 }])
  expect(cellOf(wave, 'all')).toMatchObject({
    n: { lo: 10, hi: 14 },
    invited: 20,
    responseRate: { lo: 0.5, hi: 0.65 },
  })
  const { interval, intervalOfInvited } = figuresOf(wave, 'all', 'o1')
  const width = (band: { lo: number; hi: number } | null) => (band?.hi ?? 0) - (band?.lo ?? 0)
  // 12 of 20, as shown: the finite population leaves sqrt(1 - 12/20).
  expect(width(intervalOfInvited) / width(interval)).toBeCloseTo(Math.sqrt(0.4), 12)
})

test('a block that too few answered in full is protected where the cell is shown, scale and items together', () => {
  const wave = publish([unit('all', null, [...people(4), ...people(8, [6, null, 5])])])
  expect(cellOf(wave, 'all').n).toEqual({ lo: 10, hi: 14 })
  expect(cellOf(wave, 'all').measures.map((figures) => figures.status)).toEqual([
    'protected',
    'protected',
    'protected',
    'published',
  ])
})

test('where somebody left a block out its number stays a band: how many did is not told', () => {
  const wave = publish([unit('all', null, [...people(33), ...people(2, [6, null, 5])])])
  expect(cellOf(wave, 'all').n).toBe(35)
  expect(figuresOf(wave, 'all', 'safety').n).toEqual({ lo: 30, hi: 39 })
  expect(figuresOf(wave, 'all', 'o1').n).toBe(35)
  expect(wave.organisation.skipped).toEqual(['safety'])
})

test('an organisation with fewer than two groups of answers is shown as a whole only', () => {
  const wave = publish([unit('all', null), unit('a', 'all', people(9))])
  expect(wave.cells.map((cell) => cell.status)).toEqual(['published', 'protected'])
})

test('one truth: teams whose answers look the same have the same figures, in every wave', () => {
  const first = publish([unit('all', null, people(10, [6, 2, 5]))], { id: 'w1' })
  const other = publish([unit('all', null, [...people(13, [6, 2, 5]), [6, 2, 4]])], { id: 'w1' })
  expect(other).toEqual(first)
  const next = (earlier: typeof first, answers: (number | null)[][]) =>
    publish([unit('all', null, answers)], { id: 'w2', earlier: [earlier] })
  expect(next(other, [...people(12, [6, 2, 5]), [6, 2, 4]])).toEqual(next(first, people(11, [6, 2, 5])))
})

const forty = (o: number) => people(40, [4, 4, o])
const changed = (before: (number | null)[][], after: (number | null)[][]) => {
  const earlier = publish([unit('all', null, before)], { id: 'w1' })
  return figuresOf(publish([unit('all', null, after)], { id: 'w2', earlier: [earlier] }), 'all', 'o1').change
}

test('a change is called when its interval leaves 0 out, and says what could have been seen', () => {
  expect(changed(forty(4), forty(6))).toMatchObject({
    since: 'w1',
    difference: { lo: 1.9, hi: 2.1 },
    verdict: 'up',
  })
  expect(changed(forty(6), forty(4))).toMatchObject({
    difference: { lo: -2.1, hi: -1.9 },
    verdict: 'down',
  })
  const none = changed(forty(4), forty(4))
  expect(none).toMatchObject({ difference: { lo: -0.1, hi: 0.1 }, verdict: 'no change shown' })
  expect(none?.smallestSeen).toBeGreaterThanOrEqual(0.2)
})

test('with five to nine answers in a wave no change is called', () => {
  expect(changed(people(9, [4, 4, 4]), forty(6))).toMatchObject({ verdict: 'too few', interval: null })
})

test('two waves in which everybody agreed are compared like any other', () => {
  expect(changed(forty(5), forty(6))).toMatchObject({ verdict: 'up' })
})

test('a wave is compared with the latest one in which the measure was published', () => {
  const first = publish([unit('all', null, forty(4))], { id: 'w1' })
  const hidden = publish([unit('all', null, people(8, [6, 2, null]))], { id: 'w2', earlier: [first] })
  const third = publish([unit('all', null, forty(6))], { id: 'w3', earlier: [first, hidden] })
  expect(figuresOf(third, 'all', 'o1').change?.since).toBe('w1')
})

test('a scale of which an item was changed is not compared, and the items that were kept are', () => {
  const first = publish([unit('all', null, forty(4))], { id: 'w1' })
  const askedBefore = twoScales.map((scale) => ({
    ...scale,
    items: scale.items.map((item) => (item.id === 's1' ? { ...item, text: { en: 'Another.' } } : item)),
  }))
  const second = publish([unit('all', null, forty(6))], { id: 'w2', earlier: [first], askedBefore })
  expect(figuresOf(second, 'all', 'safety').change).toBe(null)
  expect(figuresOf(second, 'all', 's1').change).toBe(null)
  expect(figuresOf(second, 'all', 's2').change?.since).toBe('w1')
  expect(figuresOf(second, 'all', 'o1').change?.verdict).toBe('up')
})

test('the first wave has nothing to be compared with', () => {
  expect(figuresOf(publish([unit('all', null, forty(4))]), 'all', 'o1').change).toBe(null)
})

test('a tally that does not fit the tree is a bug, not a release', () => {
  const units = [unit('all', 'all', people(9))]
  const input = { wave: { id: 'w', closed: null }, units, counts: tallyOf(units), invited: null }
  expect(() => publishWave({ ...input, policy: policyInput.parse({}), earlier: [] })).toThrow()
})
