import type { MeasureFigures } from '@chorus/contracts/publish'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayedWave, type Respondent, type ShownCell } from '../../test/displayed-wave.ts'
import { auditRelease } from './audit-release.ts'
import { attackDisplay } from './display.ts'
import { displayedBlock } from './displayed-block.ts'
import { indexWave } from './wave-index.ts'

const units = { all: null, red: 'all', blue: 'all' }
const policy = { k: 5, cutK: 10 }
const same = (unit: string, n: number, ...answers: number[]): Respondent[] =>
  Array.from({ length: n }, () => ({ unit, answers }))
const kindsOf = (people: Respondent[], cells: ShownCell[], step?: number) =>
  auditRelease(
    displayedWave({ units, people, cells, ...(step === undefined ? {} : { step }) }),
    [],
    policy,
  ).findings.map(({ finding, unit }) => `${unit} ${finding}`)

test('a unanimous team: the exact mean tells everybody, the step with the open end nobody', () => {
  const people = [...same('red', 5, 7), ...same('blue', 9, 4)]
  expect(kindsOf(people, [{ unit: 'red', step: 0 }])).toEqual(['red interval-pinned'])
  expect(kindsOf(people, [{ unit: 'red' }])).toEqual([])
})

test('a single dissenter among sixes and sevens: steps too fine for so few tell, half points do not', () => {
  const people = [...same('red', 7, 7), ...same('red', 1, 6), ...same('blue', 9, 4)]
  expect(kindsOf(people, [{ unit: 'red', step: 0.1 }])).toEqual(['red interval-narrow'])
  expect(kindsOf(people, [{ unit: 'red' }])).toEqual([])
})

test('what is left of a whole and its part may be all-highest too', () => {
  const people = [...same('red', 20, 3), ...same('blue', 5, 7)]
  const cells = [{ unit: 'all' }, { unit: 'red' }]
  expect(kindsOf(people, cells, 0.1)).toEqual(['all interval-narrow'])
  expect(kindsOf(people, cells, 0.2)).toEqual([])
})

test('everybody favourable: the exact share leaves three answers, the open end all', () => {
  const people = [...same('red', 6, 5), ...same('red', 6, 7)]
  expect(kindsOf(people, [{ unit: 'red', favourable: 0 }])).toContain('red interval-narrow')
  expect(kindsOf(people, [{ unit: 'red', favourable: 0.1 }])).toEqual([])
})

test('mean and share together: half favourable with a mean of 3 leaves only 1 and 5', () => {
  const people = [...same('red', 6, 5), ...same('red', 6, 1)]
  expect(kindsOf(people, [{ unit: 'red', step: 0 }])).toEqual([])
  expect(kindsOf(people, [{ unit: 'red', step: 0, favourable: 0 }])).toContain('red interval-narrow')
})

test('numbers, mean and a spread of nothing leave one set of answers', () => {
  const people = same('red', 40, 4)
  expect(kindsOf(people, [{ unit: 'red', step: 0.1, sd: true }])).toContain('red moments')
  const mixed = [...same('red', 14, 2), ...same('red', 14, 5), ...same('red', 14, 7)]
  expect(kindsOf(mixed, [{ unit: 'red', step: 0.1, sd: true }])).toEqual([])
})

test('answers one by one: zeros leave too few possible answers, open ends do not; too few people are a fault', () => {
  const withAnswers = (n: number, answers: MeasureFigures['answers']) => {
    const wave = displayedWave({
      units,
      people: [...same('red', n / 2, 4), ...same('red', n / 2, 5)],
      cells: [{ unit: 'red' }],
    })
    const shown = wave.cells.map((cell) => ({
      ...cell,
      measures: cell.measures.map((figures) => (figures.mean === null ? figures : { ...figures, answers })),
    }))
    return auditRelease({ ...wave, cells: shown }, [], policy).findings.map(({ finding }) => finding)
  }
  const few = { lo: 0, hi: 0.075 }
  const half = { lo: 0.475, hi: 0.525 }
  expect(withAnswers(40, [0, 0, 0, 0.5, 0.5, 0, 0])).toContain('interval-narrow')
  expect(withAnswers(40, [few, few, few, half, half, few, few])).toEqual([])
  expect(withAnswers(40, [half, half, half, half, half, few, few])).toEqual(['inconsistent'])
  expect(withAnswers(28, [few, few, few, half, half, few, few])).toContain('threshold')
})

test('agreement: a word needs ten people and a number thirty; the word next to a mean at the end tells too much', () => {
  const withAgreement = (
    people: Respondent[],
    agreement: NonNullable<MeasureFigures['agreement']>,
    step = 0.5,
  ) => {
    const wave = displayedWave({ units, people, cells: [{ unit: 'red', step }] })
    const shown = wave.cells.map((cell) => ({
      ...cell,
      measures: cell.measures.map((figures) => (figures.mean === null ? figures : { ...figures, agreement })),
    }))
    return auditRelease({ ...wave, cells: shown }, [], policy).findings.map(({ finding }) => finding)
  }
  const calm = [...same('red', 6, 4), ...same('red', 6, 5)]
  expect(withAgreement(calm, 'strong')).toEqual([])
  expect(withAgreement(calm.slice(0, 9), 'strong')).toContain('threshold')
  expect(withAgreement([...same('red', 6, 1), ...same('red', 6, 7)], 'weak', 0)).toEqual([])
})

test('a scale and its items tell about each other', () => {
  const people = same('red', 6, 6, 6)
  const wave = displayedWave({ units, people, cells: [{ unit: 'red' }] })
  const change = (id: string, mean: { lo: number; hi: number }) => ({
    ...wave,
    cells: wave.cells.map((cell) => ({
      ...cell,
      measures: cell.measures.map((figures) =>
        figures.id === id && figures.mean ? { ...figures, mean } : figures,
      ),
    })),
  })
  expect(auditRelease(wave, [], policy).findings).toEqual([])
  // 7.0 for the scale leaves nothing but sevens for its items, whose own bands say six.
  const found = auditRelease(change('scale', { lo: 6.9, hi: 7 }), [], policy).findings
  expect(found.map(({ finding }) => finding)).toContain('inconsistent')
})

test('a whole and its categories: those of hidden categories may be all-highest', () => {
  const cut = (tenure: string, all: Respondent[]) => all.map((one) => ({ ...one, cut: { tenure } }))
  const people = [...cut('new', same('red', 30, 4)), ...cut('old', same('red', 6, 7))]
  const cells = [{ unit: 'red' }, { unit: 'red', cut: { tenure: 'new' } }]
  expect(kindsOf(people, cells, 0)).toContain('red interval-pinned')
  expect(kindsOf(people, cells, 0.2)).toEqual([])
})

test('a parent whose mean its parts do not admit is found', () => {
  const wave = displayedWave({
    units,
    people: [...same('red', 8, 2), ...same('blue', 8, 2)],
    cells: [{ unit: 'all' }, { unit: 'red' }, { unit: 'blue' }],
  })
  const lifted = {
    ...wave,
    cells: wave.cells.map((cell) =>
      cell.unit === 'all'
        ? {
            ...cell,
            measures: cell.measures.map((figures) => ({ ...figures, mean: { lo: 5.75, hi: 6.25 } })),
          }
        : cell,
    ),
  }
  expect(auditRelease(wave, [], policy).findings).toEqual([])
  expect(auditRelease(lifted, [], policy).findings[0]?.finding).toBe('inconsistent')
})

test('an interval around the exact mean gives it away; around what is shown it does not', () => {
  const wave = displayedWave({
    units,
    people: [...same('red', 3, 4), ...same('red', 5, 5)],
    cells: [{ unit: 'red' }],
  })
  const around = (middle: number) => ({
    ...wave,
    cells: wave.cells.map((cell) => ({
      ...cell,
      measures: cell.measures.map((figures) =>
        figures.mean ? { ...figures, interval: { lo: middle - 0.7, hi: middle + 0.7 } } : figures,
      ),
    })),
  })
  expect(auditRelease(around(4.5), [], policy).findings).toEqual([])
  expect(auditRelease(around(4.625), [], policy).findings[0]?.finding).toBe('inconsistent')
})

// Below, every way in which everybody could have answered is tried: at most seven people, answers 1 to 4.

const parents = { root: null, a: 'root', b: 'root', c: 'a' }
const unitsOfPeople = fc.array(fc.constantFrom('root', 'a', 'b', 'c'), { minLength: 1, maxLength: 7 })
const scenario = unitsOfPeople.chain((homes) =>
  fc.record({
    people: fc.tuple(
      ...homes.map((unit) =>
        fc.record({ unit: fc.constant(unit), answers: fc.tuple(fc.integer({ min: 1, max: 4 })) }),
      ),
    ),
    shown: fc.subarray(Object.keys(parents), { minLength: 1 }),
    step: fc.constantFrom(0, 0.2, 0.5, 1),
    most: fc.integer({ min: 1, max: 3 }),
  }),
)

test('tree cells: the auditor finds exactly what trying out all answers finds', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(scenario, ({ people, shown, step, most }) => {
      const cells = shown
        .filter((unit) => people.some((one) => isInside(one.unit, unit)))
        .map((unit) => ({ unit, step }))
      const wave = displayedWave({ units: parents, people, cells })
      const narrowed = {
        ...wave,
        blocks: wave.blocks.map((block) => ({
          ...block,
          measures: block.measures.map((one) => ({ ...one, max: 4 })),
        })),
      }
      const index = indexWave(narrowed)
      const findings = attackDisplay(index, displayedBlock(index, 0), most)
      const worst = smallestDistance(people, narrowed.cells, most)
      const verdict = findings.length === 0 ? 'clean' : 'found'
      expect(verdict).toBe(worst < 2 ? 'found' : 'clean')
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1)
    }),
    { numRuns: 150 },
  )
  expect(Math.min(seen.get('clean') ?? 0, seen.get('found') ?? 0)).toBeGreaterThan(10)
})

function isInside(unit: string, outer: string): boolean {
  for (let at: string | null = unit; at !== null; at = new Map(Object.entries(parents)).get(at) ?? null)
    if (at === outer) return true
  return false
}

/** Of all groups of up to `most` people in shown cells: the smallest distance between the sums they can have. */
function smallestDistance(
  people: readonly Respondent[],
  cells: ReturnType<typeof displayedWave>['cells'],
  most: number,
): number {
  const groups: number[] = []
  for (let set = 1; set < 2 ** people.length; set++) {
    const members = people.filter((_, i) => (set >> i) & 1)
    const isSeen = members.every(({ unit }) =>
      cells.some((cell) => cell.n !== null && isInside(unit, cell.unit)),
    )
    if (members.length <= most && isSeen) groups.push(set)
  }
  const bands = cells.flatMap((cell) => {
    const mean = cell.measures[0]?.mean
    if (mean == null) return []
    const members = [...people.keys()].filter((i) => isInside(people[i]?.unit ?? '', cell.unit))
    const { lo, hi } = typeof mean === 'number' ? { lo: mean, hi: mean } : mean
    return [{ members, lo: lo * members.length - 1e-6, hi: hi * members.length + 1e-6 }]
  })
  const least = groups.map(() => Number.POSITIVE_INFINITY)
  const greatest = groups.map(() => Number.NEGATIVE_INFINITY)
  for (let code = 0; code < 4 ** people.length; code++) {
    const answers = people.map((_, i) => 1 + (Math.floor(code / 4 ** i) % 4))
    const fits = bands.every(({ members, lo, hi }) => {
      const sum = members.reduce((total, i) => total + (answers[i] ?? 0), 0)
      return sum >= lo && sum <= hi
    })
    if (!fits) continue
    groups.forEach((set, g) => {
      const sum = answers.reduce((total, answer, i) => total + ((set >> i) & 1 ? answer : 0), 0)
      least[g] = Math.min(least[g] ?? sum, sum)
      greatest[g] = Math.max(greatest[g] ?? sum, sum)
    })
  }
  return Math.min(...groups.map((_, g) => (greatest[g] ?? 0) - (least[g] ?? 0)))
}
