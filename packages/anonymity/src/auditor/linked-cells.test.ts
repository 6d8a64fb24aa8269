import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayedWave, type Respondent } from '../../test/displayed-wave.ts'
import { displayedBlock } from './displayed-block.ts'
import { attackLinkedCells } from './linked-cells.ts'
import { indexWave } from './wave-index.ts'

const units = { all: null, red: 'all', blue: 'all' }
const cells = [
  { unit: 'all' },
  { unit: 'red' },
  { unit: 'all', cut: { tenure: 'new' } },
  { unit: 'all', cut: { place: 'north' } },
]
const attack = (people: readonly Respondent[], step: number, most: number, programmes = 1_000) => {
  const shown = cells.filter(({ unit, cut = {} }) =>
    people.some(
      (one) =>
        (unit === 'all' || one.unit === unit) &&
        Object.entries(cut).every(([name, category]) => one.cut?.[name] === category),
    ),
  )
  const wave = displayedWave({ units, people, cells: shown, step })
  const index = indexWave(wave)
  const budget = { left: programmes, solved: 0, kindsLeftOut: 0 }
  const counts = Int32Array.from(wave.groups, ({ respondents }) => respondents)
  return { findings: attackLinkedCells(index, displayedBlock(index, 0), counts, most, budget), wave, budget }
}
const people = (n: number, unit: string, tenure: string, place: string, answer: number): Respondent[] =>
  Array.from({ length: n }, () => ({ unit, cut: { tenure, place }, answers: [answer] }))

// Red and the new overlap in eight people; two of red are not new and say 7, four of the new are not red and say 1.
const overlapping = [
  ...people(4, 'red', 'new', 'north', 4),
  ...people(4, 'red', 'new', 'south', 4),
  ...people(2, 'red', 'old', 'south', 7),
  ...people(4, 'blue', 'new', 'south', 1),
  ...people(9, 'blue', 'old', 'north', 4),
]

test('a team and a category that overlap tell what neither tells alone; half points do not', () => {
  expect(attack(overlapping, 0, 4).findings.map(({ finding }) => finding)).toContain('interval-pinned')
  expect(attack(overlapping, 0.5, 4).findings).toEqual([])
})

test('what the budget leaves unsolved counts as tight', () => {
  const { findings, budget } = attack(overlapping, 0, 4, 0)
  expect(findings.map(({ finding }) => finding)).toContain('interval-tight')
  expect(budget.solved).toBe(0)
})

const person = fc.record({
  unit: fc.constantFrom('red', 'blue'),
  cut: fc.record({ tenure: fc.constantFrom('new', 'old'), place: fc.constantFrom('north', 'south') }),
  answers: fc.tuple(fc.integer({ min: 1, max: 7 })),
})

test('nobody is called known of whom some answers were possible, and nobody known is missed', () => {
  const seen = { known: 0, free: 0 }
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 2, maxLength: 5 }),
      fc.constantFrom(0, 0.5, 2, 2),
      (all, step) => {
        fc.pre(all.some(({ cut }) => cut.tenure === 'new' || cut.place === 'north'))
        const { findings, wave } = attack(all, step, 1)
        const narrow = smallestRange(all, wave.cells) < 3
        expect(findings.length > 0).toBe(narrow)
        seen[narrow ? 'known' : 'free']++
      },
    ),
    { numRuns: 80 },
  )
  expect(Math.min(seen.known, seen.free)).toBeGreaterThan(10)
})

/** Every way to answer is tried: the smallest distance of anybody's greatest from the least possible answer. */
function smallestRange(all: readonly Respondent[], shown: ReturnType<typeof displayedWave>['cells']): number {
  const rows = shown.flatMap((cell) => {
    const mean = cell.measures[0]?.mean
    if (mean == null) return []
    const members = [...all.keys()].filter(
      (i) =>
        (cell.unit === 'all' || all[i]?.unit === cell.unit) &&
        Object.entries(cell.cut).every(([name, category]) => all[i]?.cut?.[name] === category),
    )
    const band = typeof mean === 'number' ? { lo: mean, hi: mean } : mean
    return [{ members, lo: band.lo * members.length - 1e-6, hi: band.hi * members.length + 1e-6 }]
  })
  const least = all.map(() => 7)
  const greatest = all.map(() => 1)
  for (let code = 0; code < 7 ** all.length; code++) {
    const answers = all.map((_, i) => 1 + (Math.floor(code / 7 ** i) % 7))
    const fits = rows.every(({ members, lo, hi }) => {
      const sum = members.reduce((total, i) => total + (answers[i] ?? 0), 0)
      return sum >= lo && sum <= hi
    })
    if (!fits) continue
    answers.forEach((answer, i) => {
      least[i] = Math.min(least[i] ?? answer, answer)
      greatest[i] = Math.max(greatest[i] ?? answer, answer)
    })
  }
  return Math.min(...all.map((_, i) => (greatest[i] ?? 0) - (least[i] ?? 0)))
}
