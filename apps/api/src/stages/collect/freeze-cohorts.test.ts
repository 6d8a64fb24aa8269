import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freezeCohorts } from './freeze-cohorts.ts'

type Counts = { paper: number; online: number }

function freeze(counts: Readonly<Record<string, Counts>>, k: number, scales = 0) {
  const sizes = Object.entries(counts).map(([unit, { paper, online }]) => [unit, paper + online] as const)
  const units = sizes.map(([unit, size]) => ({
    unit,
    label: unit,
    units: [unit],
    size,
    kind: 'unit' as const,
  }))
  const membership = Object.entries(counts).flatMap(([unit, { paper, online }]) =>
    Array.from({ length: paper + online }, (_, at) => ({
      person: `${unit} ${at}`,
      unit,
      cuts: { tenure: 'short' },
      channel: at < paper ? ('paper' as const) : ('online' as const),
    })),
  )
  const tree = [
    { id: 'top', parent: null, name: 'Top' },
    ...units.map(({ unit }) => ({ id: unit, parent: 'top', name: unit })),
  ]
  return freezeCohorts(
    units,
    membership,
    { k, cuts: ['tenure', 'comment 1'], commentK: 10 },
    { units: tree, scales },
  )
}

const summary = ({ cohorts, places, sheets }: ReturnType<typeof freeze>) =>
  cohorts.map(({ id, label, size, paper }) => ({
    label,
    size,
    paper,
    people: places.filter(({ cohort }) => cohort === id).length,
    sheets: sheets.filter(({ cohort }) => cohort === id).length,
  }))

test('k-1 paper people are invited online, k of them have sheets and no place in a cut', () => {
  expect(summary(freeze({ few: { paper: 4, online: 1 } }, 5))).toEqual([
    { label: 'few', size: 5, paper: 4, people: 5, sheets: 0 },
    { label: 'short', size: 5, paper: 0, people: 5, sheets: 0 },
  ])
  expect(summary(freeze({ enough: { paper: 5, online: 1 } }, 5))).toEqual([
    { label: 'enough', size: 6, paper: 5, people: 1, sheets: 5 },
  ])
})

test('whatever the numbers: no bowl has fewer than k sheets, and every slot is that of one person or one sheet', () => {
  const count = fc.record({ paper: fc.nat({ max: 9 }), online: fc.nat({ max: 9 }) })
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), count),
      fc.integer({ min: 3, max: 7 }),
      (counts, k) => {
        const frozen = freeze(counts, k)
        for (const { sheets, paper, people, size } of summary(frozen)) {
          expect(sheets === 0 || sheets >= k).toBe(true)
          expect(sheets).toBe(paper >= k ? paper : 0)
          expect(people + sheets).toBe(size)
        }
        for (const { id, size } of frozen.cohorts) {
          const slots = [...frozen.places, ...frozen.sheets].filter(({ cohort }) => cohort === id)
          expect(slots.map(({ slot }) => slot).sort((x, y) => x - y)).toEqual([...Array(size).keys()])
        }
      },
    ),
  )
})

test('sheets lie anywhere among the slots, new in every wave', () => {
  const slots = Array.from({ length: 40 }, () =>
    freeze({ all: { paper: 5, online: 5 } }, 5).sheets.map(({ slot }) => slot),
  )
  expect(new Set(slots.flat()).size).toBe(10)
})

test('each scale’s comments have places of their own, ten people and more to a group, and none for sheets', () => {
  const frozen = freeze(
    { large: { paper: 0, online: 12 }, small: { paper: 2, online: 4 }, bowl: { paper: 7, online: 6 } },
    5,
    2,
  )
  const comments = summary({
    ...frozen,
    cohorts: frozen.cohorts.filter(({ dimension }) => dimension.startsWith('comment')),
  })
  // The six of "small" and the six online people of "bowl" are too few each: they are filed together, one level up.
  const groups = [
    { label: 'large', size: 12, paper: 0, people: 12, sheets: 0 },
    { label: 'Top with groups below', size: 12, paper: 0, people: 12, sheets: 0 },
  ]
  expect(comments.sort((a, b) => (a.label < b.label ? -1 : 1))).toEqual(
    [...groups, ...groups].sort((a, b) => (a.label < b.label ? -1 : 1)),
  )
  for (const dimension of ['comment 1', 'comment 2']) {
    const placed = frozen.places.filter((place) => place.dimension === dimension)
    expect(new Set(placed.map(({ person }) => person)).size).toBe(24)
  }
  expect(freeze({ few: { paper: 0, online: 9 } }, 5, 2).cohorts.map(({ dimension }) => dimension)).toEqual([
    'unit',
    'tenure',
  ])
})
