import fc from 'fast-check'
import { expect, test } from 'vitest'
import { companyOf, companyWithGaps, nastyCompany, unanimous } from './companies/nasty.ts'
import { realisticCompany } from './companies/realistic.ts'
import { findFewAnswers } from './few-answers.ts'
import { type MarketRule, publishByMarketRule } from './publishers/market-rules.ts'
import { publishOrganisation } from './publishers/publish-organisation.ts'
import { findSmallSets } from './small-sets.ts'
import type { Snapshot, Truth, Unit } from './snapshot-format.ts'
import { findTellingSilence } from './telling-silence.ts'

const all: Unit = { id: 'all', parent: null }
const below = (id: string): Unit => ({ id, parent: 'all' })
const kinds = (snapshot: Snapshot, truth: Truth) => [
  ...new Set(findSmallSets(snapshot, truth).map((found) => found.kind)),
]

/** Everything is shown, whatever its size: what an attack on a chosen set of cells starts from. */
function showing(truth: Truth, places: { unit: string; cut?: Record<string, string> }[]): Snapshot {
  const snapshot = publishByMarketRule(truth, 'naive', {
    k: 1,
    decimals: null,
    statistics: ['mean'],
    crossed: true,
  })
  const wanted = new Set(places.map(({ unit, cut = {} }) => JSON.stringify([unit, cut])))
  const isWanted = (unit: string, cut: object) => wanted.has(JSON.stringify([unit, cut]))
  return { ...snapshot, k: 5, cells: snapshot.cells.filter((cell) => isWanted(cell.unit, cell.cut)) }
}

test('a hidden team is its parent minus the shown teams', () => {
  const truth = companyOf(
    [all, below('red'), below('blue')],
    [
      { unit: 'red', people: unanimous(9, 5) },
      { unit: 'blue', people: unanimous(3, 2) },
    ],
  )
  const found = findSmallSets(publishByMarketRule(truth, 'naive'), truth)
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'hidden-cell', item: 'q1', people: ['blue-0', 'blue-1', 'blue-2'] }),
  )
})

test('managers are the rest of a unit whose teams are all shown', () => {
  const truth = companyOf(
    [all, below('red')],
    [
      { unit: 'all', people: unanimous(2, 5) },
      { unit: 'red', people: unanimous(9, 5) },
    ],
  )
  const found = findSmallSets(publishByMarketRule(truth, 'sibling'), truth)
  expect(found).toContainEqual(expect.objectContaining({ kind: 'small-group', people: ['all-0', 'all-1'] }))
})

test('a team and a category that differ by one person each leave the difference of two people', () => {
  const person = (site: string) => ({ cut: { site }, answers: [4] })
  const ten = Array.from({ length: 10 }, () => person('a'))
  const truth = companyOf(
    [all, below('red'), below('rest')],
    [
      { unit: 'red', people: [...ten, person('b')] },
      { unit: 'rest', people: [person('a'), ...Array.from({ length: 9 }, () => person('b'))] },
    ],
    { site: ['a', 'b'] },
  )
  const snapshot = showing(truth, [{ unit: 'all' }, { unit: 'red' }, { unit: 'all', cut: { site: 'a' } }])
  expect(kinds(snapshot, truth)).toEqual(['small-combination'])
  const [found] = findSmallSets(snapshot, truth)
  expect(found?.people.toSorted()).toEqual(['red-10', 'rest-0'])
})

test('coefficients other than one are found: three people weighed twice against a fourth', () => {
  const truth = inSets(
    [
      ['x', 'three'],
      ['y', 'three'],
      ['x', 'y', 'fourth'],
    ],
    { x: 8, y: 8, three: 3, fourth: 1 },
  )
  // (x + three) + (y + three) - (x + y + fourth) = 2 three - fourth
  const places = Object.keys(truth.cuts).map((name) => ({ unit: 'all', cut: { [name]: 'in' } }))
  expect(kinds(showing(truth, places), truth)).toEqual(['small-combination'])
})

/** Units of given sizes, and an attribute per set of units: its people are "in", all others "out". */
function inSets(sets: readonly string[][], sizes: Record<string, number>): Truth {
  const names = sets.map((_, i) => `set${i}`)
  const cutOf = (unit: string) =>
    Object.fromEntries(names.map((name, i) => [name, sets[i]?.includes(unit) ? 'in' : 'out']))
  return companyOf(
    [all, ...Object.keys(sizes).map(below)],
    Object.entries(sizes).map(([unit, size]) => ({
      unit,
      people: unanimous(size, 4).map(({ answers }) => ({ cut: cutOf(unit), answers })),
    })),
    Object.fromEntries(names.map((name) => [name, ['in', 'out']])),
  )
}

test('a crossing against its own margin leaves the hidden crossing', () => {
  const people = (n: number, cut: Record<string, string>) =>
    unanimous(n, 4).map(({ answers }) => ({ cut, answers }))
  const team = [...people(6, { site: 'a', band: 'x' }), ...people(3, { site: 'a', band: 'y' })]
  const truth = companyOf([all], [{ unit: 'all', people: team }], { site: ['a'], band: ['x', 'y'] })
  const snapshot = showing(truth, [
    { unit: 'all', cut: { site: 'a' } },
    { unit: 'all', cut: { site: 'a', band: 'x' } },
  ])
  expect(kinds(snapshot, truth)).toEqual(['small-group', 'small-combination'])
})

test('people who belong to the unit itself are a shown group like any other', () => {
  const truth = companyOf(
    [all, below('red'), below('blue')],
    [
      { unit: 'all', people: unanimous(6, 5) },
      { unit: 'red', people: unanimous(9, 5) },
      { unit: 'blue', people: unanimous(3, 2) },
    ],
  )
  const snapshot = showing(truth, [{ unit: 'all' }, { unit: 'red' }])
  expect(kinds(snapshot, truth)).toEqual([])
  const [first] = snapshot.cells
  const direct = { ...first, id: 'direct', wave: 'w1', unit: 'all', scope: 'direct' as const, cut: {} }
  expect(first?.items).toBeTruthy()
  const cells = [
    ...snapshot.cells,
    { ...direct, status: 'published' as const, reason: null, n: 6, items: first?.items ?? null },
  ]
  const [found] = findSmallSets({ ...snapshot, cells }, truth)
  expect(found?.people).toEqual(['blue-0', 'blue-1', 'blue-2'])
})

test('one shown cell gives nobody away, and neither do cells that differ by k people', () => {
  const truth = companyOf(
    [all, below('red'), below('blue')],
    [
      { unit: 'red', people: unanimous(5, 5) },
      { unit: 'blue', people: unanimous(5, 2) },
    ],
  )
  expect(findSmallSets(publishByMarketRule(truth, 'naive'), truth)).toEqual([])
})

const marketRules: MarketRule[] = ['naive', 'vendor2', 'sibling', 'pertable']

test.each(marketRules)('%s is caught in every realistic company with three cuts', (rule) => {
  for (let seed = 1; seed <= 3; seed++) {
    const truth = realisticCompany({ seed, size: 200, managersAbove: true, withCuts: true })
    expect(findSmallSets(publishByMarketRule(truth, rule), truth, 1).length).toBeGreaterThan(0)
  }
})

test('the sibling rule is caught through managers alone, and holds where leaf units have everybody', () => {
  const leaks = (managersAbove: boolean) =>
    [1, 2, 3, 4, 5, 6, 7, 8].filter((seed) => {
      const truth = realisticCompany({ seed, size: 200, managersAbove, withCuts: false })
      return kinds(publishByMarketRule(truth, 'sibling'), truth).length > 0
    })
  expect(leaks(true).length).toBeGreaterThan(3)
  expect(leaks(false).length).toBeLessThan(3)
})

const structural = async (truth: Truth, k = 5) => {
  const snapshot = await publishOrganisation(truth, { k })
  return [
    ...findSmallSets(snapshot, truth),
    ...findFewAnswers(snapshot, truth),
    ...findTellingSilence(snapshot),
  ]
}

test('Chorus: no combination of shown cells touches a small group, in any tree and for k from 3 to 6', async () => {
  await fc.assert(
    fc.asyncProperty(nastyCompany, fc.integer({ min: 3, max: 6 }), async (truth, k) => {
      expect(await structural(truth, k)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('Chorus: the same where people left out items, in every block', async () => {
  await fc.assert(
    fc.asyncProperty(companyWithGaps, async (truth) => {
      expect(await structural(truth)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('Chorus: nothing follows in realistic companies, with managers above their teams', async () => {
  for (let seed = 1; seed <= 10; seed++)
    expect(
      await structural(realisticCompany({ seed, size: 200, managersAbove: true, withCuts: true })),
    ).toEqual([])
})
