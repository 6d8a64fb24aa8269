import { expect, test } from 'vitest'
import { displayedWave, type Respondent, type ShownCell } from '../../test/displayed-wave.ts'
import { auditRelease } from './audit-release.ts'

const units = { all: null, red: 'all', blue: 'all', green: 'all' }
const policy = { k: 5, cutK: 10 }
const answers = (unit: string, ...values: number[]): Respondent[] =>
  values.map((value) => ({ unit, answers: [value] }))
const wave = (id: string, people: Respondent[], cells: ShownCell[], step = 0.2) =>
  displayedWave({ id, units, people, cells, step })
const found = (was: ReturnType<typeof wave>, now: ReturnType<typeof wave>) =>
  auditRelease(now, [was], policy).findings.map(({ finding, unit }) => `${unit} ${finding}`)

const red = answers('red', 3, 4, 4, 5, 3, 4, 5, 4)
const redOnly = [{ unit: 'red' }]

test('a joiner whose sum is all the change is found; half points hide the answer', () => {
  const joined = [...red, ...answers('red', 7)]
  const cells = (step: number) => [{ unit: 'red', step }]
  expect(found(wave('w1', red, cells(0)), wave('w2', joined, cells(0)))).toContain('red interval-pinned')
  expect(found(wave('w1', red, cells(0.1)), wave('w2', joined, cells(0.1)))).toContain('red interval-pinned')
  expect(found(wave('w1', red, cells(1)), wave('w2', joined, cells(1)))).toEqual([])
})

test('a leaver is found in the same way', () => {
  expect(
    found(wave('w1', [...red, ...answers('red', 1)], redOnly, 0), wave('w2', red, redOnly, 0)),
  ).toContain('red interval-pinned')
})

test('numbers that no joiner explains show that answers changed, and need no defence', () => {
  const lifted = red.map((one) => ({ ...one, answers: one.answers.map((value) => value + 2) }))
  const grown = [...lifted, ...answers('red', 7)]
  const five = (people: Respondent[]) => people.flatMap((one) => [one, one, one, one, one])
  // 40 people, each two points higher, and one more: 87 points. No one gives 87, and nobody can say who gave what.
  expect(
    found(wave('w1', five(red), redOnly, 0), wave('w2', [...five(lifted), ...answers('red', 7)], redOnly, 0)),
  ).toEqual([])
  expect(found(wave('w1', red, redOnly, 0), wave('w2', grown, redOnly, 0))).not.toContain(
    'red interval-pinned',
  )
})

test('a joiner among the people left of a whole is found', () => {
  const own = answers('all', 4, 4, 5, 3, 6)
  const cells = [{ unit: 'all' }, { unit: 'red' }]
  const was = wave('w1', [...red, ...own], cells, 0)
  expect(found(was, wave('w2', [...red, ...own, ...answers('all', 7)], cells, 0))).toContain(
    'all interval-pinned',
  )
})

test('a small team that grows past k and gives back its old self is found where it is shown for the first time', () => {
  const blue = answers('blue', 7, 7, 7, 7)
  const green = answers('green', 2, 3, 3, 4, 2, 3)
  const was = wave('w1', [...red, ...blue, ...green], [{ unit: 'all' }, { unit: 'red' }], 0)
  const now = wave(
    'w2',
    [...red, ...blue, ...answers('blue', 3), ...green],
    [{ unit: 'all' }, { unit: 'red' }, { unit: 'blue' }],
    0,
  )
  expect(found(was, now)).toContain('blue interval-pinned')
})

test('somebody who moves gives two differences the same answer', () => {
  const blue = answers('blue', 4, 4, 3, 5, 4, 4)
  const cells = (step: number) => [
    { unit: 'all', step: 0 },
    { unit: 'red', step },
    { unit: 'blue', step },
  ]
  const was = (step: number) => wave('w1', [...red, ...blue, ...answers('red', 4)], cells(step))
  const now = (step: number) => wave('w2', [...red, ...blue, ...answers('blue', 4)], cells(step))
  expect(found(was(0), now(0))).toContain('blue interval-pinned')
  expect(found(was(1), now(1))).toEqual([])
})

test('a move is found where neither difference alone tells enough', () => {
  const blue = answers('blue', 4, 4, 3, 5, 4, 4)
  const cells = [{ unit: 'all' }, { unit: 'red' }, { unit: 'blue' }]
  type Sums = Record<string, [lo: number, hi: number, n: number]>
  const withSums = (id: string, people: Respondent[], sums: Sums) => {
    const plain = wave(id, people, cells)
    return {
      ...plain,
      cells: plain.cells.map((cell) => {
        const [lo, hi, n] = sums[cell.unit] ?? [1, 7, 1]
        const mean = { lo: lo / n, hi: hi / n }
        return { ...cell, measures: cell.measures.map((one) => (one.mean === null ? one : { ...one, mean })) }
      }),
    }
  }
  const was = withSums('w1', [...red, ...blue, ...answers('red', 4)], { red: [36, 36, 9], blue: [24, 24, 6] })
  const moved = [...red, ...blue, ...answers('blue', 4)]
  // Red lost 1 to 4 points and blue won 4 to 7: it was a 4.
  const both = withSums('w2', moved, { red: [32, 35, 8], blue: [28, 31, 7] })
  expect(found(was, both)).toEqual(['blue interval-pinned'])
  // The same bands of blue, and red not told: 4 to 7 remain.
  expect(found(was, withSums('w2', moved, { red: [8, 56, 8], blue: [28, 31, 7] }))).toEqual([])
})

test('the same people with the same answers tell nothing new', () => {
  const many = [...red, ...answers('blue', 4, 5, 4, 3, 4, 6, 2, 5)]
  const cells = [
    { unit: 'red', step: 0.5 },
    { unit: 'blue', step: 0.5 },
  ]
  expect(found(wave('w1', many, cells), wave('w2', many, cells))).toEqual([])
})

test('a cell of a cut is compared with itself', () => {
  const cut = { tenure: 'new' }
  const people = (unit: string, ...values: number[]) =>
    answers(unit, ...values).map((one) => ({ ...one, cut }))
  const cells = [{ unit: 'all', cut, step: 0 }]
  const twelve = people('red', 3, 4, 4, 5, 3, 4, 5, 4, 4, 4, 3, 5)
  const now = auditRelease(
    wave('w2', [...twelve, ...people('red', 7)], cells),
    [wave('w1', twelve, cells)],
    policy,
  )
  expect(now.findings).toContainEqual({ finding: 'interval-pinned', unit: 'all', cut, measure: 'q1' })
})

test('categories of the same name in two attributes do not refute each other', () => {
  const cutBy = (name: string, all: Respondent[]) => all.map((one) => ({ ...one, cut: { [name]: 'low' } }))
  const twelve = (...more: number[]) => answers('red', 3, 4, 4, 5, 3, 4, 5, 4, 4, 4, 3, 5, ...more)
  const cells = [
    { unit: 'all', cut: { tenure: 'low' }, step: 0 },
    { unit: 'all', cut: { grade: 'low' }, step: 0 },
  ]
  const was = wave('w1', [...cutBy('tenure', twelve()), ...cutBy('grade', twelve())], cells)
  const changed = twelve(7).map((one) => ({
    ...one,
    answers: one.answers.map((value) => Math.min(7, value + 2)),
  }))
  const now = wave('w2', [...cutBy('tenure', twelve(7)), ...cutBy('grade', changed)], cells)
  expect(auditRelease(now, [was], policy).findings).toContainEqual({
    finding: 'interval-pinned',
    unit: 'all',
    cut: { tenure: 'low' },
    measure: 'q1',
  })
})

test('a cell is compared with the last wave that showed it, also when one lies between', () => {
  const first = wave('w1', red, redOnly, 0)
  const hidden = wave('w2', red, [], 0)
  const now = wave('w3', [...red, ...answers('red', 7)], redOnly, 0)
  expect(auditRelease(now, [first, hidden], policy).findings.map(({ finding }) => finding)).toContain(
    'interval-pinned',
  )
})

test('what a cell tells beside its last one is found also where a smaller cell takes part that was shown since', () => {
  const own = answers('all', 4, 4, 5, 3, 6)
  const cells = [{ unit: 'all', step: 0 }, { unit: 'red' }]
  const first = wave('w1', [...red, ...own], cells)
  const between = wave('w2', [...red, ...own], redOnly)
  const now = wave('w3', [...red, ...own, ...answers('all', 1)], cells)
  // The sum of all is one point more than when it was shown last.
  expect(auditRelease(now, [first], policy).findings.map(({ finding }) => finding)).toEqual([
    'interval-pinned',
  ])
  expect(auditRelease(now, [first, between], policy).findings.map(({ finding }) => finding)).toEqual([
    'interval-pinned',
  ])
})
