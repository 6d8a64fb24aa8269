import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyOf, nastyCompany, unanimous } from './companies/nasty.ts'
import { realisticCompany } from './companies/realistic.ts'
import { anySecondWave, realisticTwoWaves, withSecondWave } from './companies/two-waves.ts'
import { findNarrowAnswers } from './narrow-answers.ts'
import { inSteps } from './publishers/in-steps.ts'
import { type Display, publishByMarketRule } from './publishers/market-rules.ts'
import { publishOrganisation } from './publishers/publish-organisation.ts'
import { shownAs } from './publishers/shown-as.ts'
import type { Snapshot, Statistics, Truth } from './snapshot-format.ts'

const all = { id: 'all', parent: null }
const twoDecimals: Display = { k: 5, decimals: 2, statistics: ['mean'] }
const kinds = (snapshot: Snapshot, truth: Truth) => [
  ...new Set(findNarrowAnswers(snapshot, truth).map((found) => found.kind)),
]
const oneTeam = (answers: number[]) =>
  companyOf([all], [{ unit: 'all', people: answers.map((answer) => ({ cut: {}, answers: [answer] })) }])
const twelve = (answer: number, one = answer) => oneTeam([one, ...Array.from({ length: 11 }, () => answer)])
const shown = (truth: Truth, q1: Statistics) =>
  kinds(shownAs([all], [{ unit: 'all', n: truth.waves[0]?.people.length ?? 0, q1 }]), truth)

describe('one cell', () => {
  test('everybody at the top is seen in a mean to two decimals, however large the group', () => {
    expect(shown(twelve(7), { mean: { lo: 6.995, hi: 7.005 } })).toContain('interval-pinned')
  })

  test('everybody at the top is not seen in "6.5 or more"', () => {
    expect(shown(twelve(7), { mean: { lo: 6.25, hi: 7 } })).toEqual([])
  })

  test('a share of 0 leaves four answers, which is enough; a share of 1 leaves three, and "90 % or more" all', () => {
    expect(shown(twelve(2), { fav: 0 })).toEqual([])
    expect(shown(twelve(6), { fav: 1 })).toEqual(['interval-narrow', 'interval-tight'])
    expect(shown(twelve(6), { fav: { lo: 0.85, hi: 1 } })).toEqual([])
  })

  test('a histogram with one bar and a dissenter tells what everybody can have said', () => {
    expect(shown(twelve(6, 1), { hist: [1 / 12, 0, 0, 0, 0, 11 / 12, 0] })).toContain('interval-narrow')
    const open = { lo: 0, hi: 0.125 }
    const rest = [open, open, open, open, open, { lo: 0.875, hi: 1 }, open]
    expect(shown(twelve(6, 1), { hist: rest })).toEqual([])
  })

  test('numbers that no answers can give are a contradiction', () => {
    expect(shown(twelve(4), { mean: 4, fav: 1 })).toEqual(['inconsistent'])
    expect(shown(twelve(4), { mean: { lo: 4.03, hi: 4.05 } })).toEqual(['inconsistent'])
  })
})

test('the items of a scale are sought together: its mean less one item is the other', () => {
  const people = unanimous(6, 4).map(({ cut }) => ({ cut, answers: [4, 4, 4] }))
  const truth = {
    ...companyOf([all], [{ unit: 'all', people }], {}, ['scale', 's1', 's2']),
    scales: { scale: ['s1', 's2'] },
  }
  const base = shownAs([all], [{ unit: 'all', n: 6, q1: {} }])
  const items = { scale: { mean: 7 }, s1: { mean: { lo: 6.25, hi: 7 } } }
  const snapshot = {
    ...base,
    items: ['scale', 's1', 's2'],
    cells: base.cells.map((cell) => ({ ...cell, items })),
  }
  const found = findNarrowAnswers(snapshot, truth)
  expect(found).toContainEqual(expect.objectContaining({ kind: 'interval-narrow', item: 's2' }))
})

test('what is called narrow or tight is just what is left when all sets of answers are tried', () => {
  // Five people and three of them: no mean lies on the border between two whole numbers.
  const display: Display = { k: 2, decimals: 0, statistics: ['mean'] }
  const companyWith = (answers: readonly number[]) => {
    const person = (at: number) => ({ cut: {}, answers: [answers[at] ?? 1] })
    const teams = [
      { unit: 'all', people: [person(0), person(1)] },
      { unit: 'a', people: [person(2), person(3), person(4)] },
    ]
    return companyOf([all, { id: 'a', parent: 'all' }], teams)
  }
  const looks = new Map<string, number[][]>()
  for (let code = 0; code < 7 ** 5; code++) {
    const answers = [0, 1, 2, 3, 4].map((at) => 1 + (Math.floor(code / 7 ** at) % 7))
    const look = JSON.stringify(publishByMarketRule(companyWith(answers), 'naive', display).cells)
    looks.set(look, [...(looks.get(look) ?? []), answers])
  }
  expect(looks.size).toBeGreaterThan(20)
  for (const answers of looks.values()) {
    const truth = companyWith(answers[0] ?? [])
    const found = findNarrowAnswers({ ...publishByMarketRule(truth, 'naive', display), k: 3 }, truth)
    const narrow = found.filter(({ kind }) => kind === 'interval-narrow').flatMap(({ people }) => people)
    const pair = found.some(
      ({ kind, people }) => kind !== 'interval-narrow' && people.join() === 'all-0,all-1',
    )
    const values = (of: (one: number[]) => number) => new Set(answers.map(of)).size
    expect(narrow.includes('all-0')).toBe(values((one) => one[0] ?? 0) < 4)
    expect(narrow.includes('a-0')).toBe(values((one) => one[2] ?? 0) < 4)
    expect(pair).toBe(values((one) => (one[0] ?? 0) + (one[1] ?? 0)) < 4)
  }
})

describe('waves', () => {
  const team = (n: number, answer: number) =>
    companyOf([all], [{ unit: 'all', people: unanimous(n, answer) }])
  const exact: Display = { ...twoDecimals, decimals: null }
  const pinned = (truth: Truth, display = twoDecimals) =>
    findNarrowAnswers(publishByMarketRule(truth, 'sibling', display), truth)
      .filter((found) => found.kind === 'interval-pinned' && found.wave === null)
      .flatMap((found) => found.people)

  test('whoever joins, leaves or answers late is the difference between two waves', () => {
    const joined = withSecondWave(team(8, 4), () => 'stay', [{ unit: 'all', cut: {}, answers: [2] }])
    expect(pinned(joined)).toEqual(expect.arrayContaining(['new-0']))
    const left = withSecondWave(team(8, 4), ({ pid }) => (pid === 'all-3' ? 'leave' : 'stay'), [])
    expect(pinned(left)).toEqual(expect.arrayContaining(['all-3']))
    const silent = withSecondWave(team(8, 4), ({ pid }) => (pid === 'all-5' ? 'fall silent' : 'stay'), [])
    expect(pinned(silent)).toEqual(expect.arrayContaining(['all-5']))
  })

  test('one who leaves and one who joins are both told when their answers are far apart', () => {
    const truth = withSecondWave(team(8, 7), ({ pid }) => (pid === 'all-0' ? 'leave' : 'stay'), [
      { unit: 'all', cut: {}, answers: [1] },
    ])
    expect(pinned(truth, exact)).toEqual(expect.arrayContaining(['all-0', 'new-0']))
  })

  test('with the same people in both waves the second tells nothing new', () => {
    expect(pinned(withSecondWave(team(8, 4), () => 'stay', []))).toEqual([])
  })

  test('steps of half a point hide the one who joined', () => {
    const truth = withSecondWave(team(8, 4), () => 'stay', [{ unit: 'all', cut: {}, answers: [2] }])
    const half = { mean: { lo: 3.75, hi: 4.25 } }
    const snapshot = shownAs(
      [all],
      [
        { unit: 'all', n: { lo: 5, hi: 9 }, q1: half },
        { unit: 'all', n: { lo: 5, hi: 9 }, wave: 'w2', q1: half },
      ],
    )
    expect(kinds(snapshot, truth)).toEqual([])
  })

  test('answers that changed between the waves are no contradiction', () => {
    const truth = withSecondWave(team(8, 4), () => 'stay', [])
    const snapshot = shownAs(
      [all],
      [
        { unit: 'all', n: 8, q1: { mean: 4 } },
        { unit: 'all', n: 8, wave: 'w2', q1: { mean: 5 } },
      ],
    )
    expect(kinds(snapshot, truth)).toEqual([])
  })
})

test('naive and sibling with two decimals are caught in realistic companies, in one wave and in two', () => {
  const caught = (truths: Truth[], rule: 'naive' | 'sibling') =>
    truths.filter((truth) =>
      kinds(publishByMarketRule(truth, rule, twoDecimals), truth).includes('interval-pinned'),
    )
  const seeds = [1, 2]
  const one = seeds.map((seed) => realisticCompany({ seed, size: 120, managersAbove: true, withCuts: true }))
  expect(caught(one, 'naive').length).toBe(2)
  const two = seeds.map((seed) => realisticTwoWaves(seed, 120, false))
  expect(caught(two, 'naive').length).toBe(2)
  expect(caught(two, 'sibling').length).toBe(2)
})

test('in steps that grow as groups get smaller, realistic companies give nothing away in one wave', async () => {
  for (let seed = 1; seed <= 4; seed++) {
    const truth = realisticCompany({ seed, size: 200, managersAbove: true, withCuts: false })
    expect(findNarrowAnswers(await publishOrganisation(truth), truth)).toEqual([])
  }
})

test('but steps alone do not hold where one team is at the top and the rest of its unit cannot be', () => {
  // All 15 are at most 4 points below the top (6.7 or more), and the team of five alone is at least 4 below (5.75 to 6.25).
  const units = [all, { id: 'a', parent: 'all' }]
  const truth = companyOf(units, [
    { unit: 'all', people: unanimous(10, 7) },
    { unit: 'a', people: [...unanimous(4, 6), ...unanimous(1, 7)] },
  ])
  expect(kinds(inSteps(publishByMarketRule(truth, 'naive')), truth)).toContain('interval-narrow')
})

test('whatever is asked of any company, the linear programmes end with an answer', () => {
  fc.assert(
    fc.property(nastyCompany.chain(anySecondWave), (truth) => {
      const found = findNarrowAnswers(publishByMarketRule(truth, 'pertable', twoDecimals), truth)
      expect(found.filter(({ kind }) => kind === 'inconsistent')).toEqual([])
    }),
    { numRuns: 15 },
  )
})
