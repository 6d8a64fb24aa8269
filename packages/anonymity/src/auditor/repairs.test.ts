import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockOf, displayedWave, type Respondent } from '../../test/displayed-wave.ts'
import type { AuditedWave } from './audit-input.ts'
import { auditRelease } from './audit-release.ts'
import { type Repair, repairsFor, weakenUntilClean } from './repairs.ts'

const units = { all: null, red: 'all', blue: 'all' }
const policy = { k: 5, cutK: 10 }
const same = (unit: string, n: number, answer: number): Respondent[] =>
  Array.from({ length: n }, () => ({ unit, answers: [answer] }))

/** A publisher that follows repairs. */
function publisher(people: readonly Respondent[], shown: readonly string[], firstStep: number, id = 'w2') {
  return (repairs: readonly Repair[]): AuditedWave => {
    const stepOf = (unit: string) => repairs.find((repair) => repair.unit === unit)?.step ?? firstStep
    const cells = shown.flatMap((unit) => {
      const step = stepOf(unit)
      return step === 'hidden' ? [] : [{ unit, step }]
    })
    return displayedWave({ id, units, people, cells })
  }
}

test('one step after the other until nothing is found: coarser, then hidden', () => {
  const publish = publisher([...same('red', 5, 7), ...same('blue', 8, 4)], ['red', 'blue'], 0)
  const weakened = weakenUntilClean(publish, (wave) => auditRelease(wave, [], policy), [blockOf(1)])
  expect(weakened.ok && weakened.value.repairs).toEqual([{ unit: 'red', cut: {}, block: 'block', step: 0.5 }])
  expect(weakened.ok && weakened.value.report).toMatchObject({
    findings: 0,
    repairs: { coarser: 1, hidden: 0 },
  })
})

test('where no step helps the block is hidden in this cell', () => {
  const publish = publisher([...same('red', 5, 7), ...same('blue', 8, 4)], ['red', 'blue'], 1)
  const wave = publish([])
  const finding = { finding: 'interval-narrow', unit: 'red', cut: {}, measure: 'q1' } as const
  expect(repairsFor([finding], wave.cells, wave.blocks)).toEqual([
    { unit: 'red', cut: {}, block: 'block', step: 'hidden' },
  ])
})

test('a structural finding is never repaired and refuses the release', () => {
  const publish = publisher([...same('red', 4, 4), ...same('blue', 9, 4)], ['all', 'blue'], 0.5)
  const weakened = weakenUntilClean(publish, (wave) => auditRelease(wave, [], policy), [blockOf(1)])
  expect(weakened.ok).toBe(false)
  expect(
    repairsFor(auditRelease(publish([]), [], policy).findings, publish([]).cells, publish([]).blocks),
  ).toEqual([])
})

test('the smallest cell comes first, and the order of findings does not matter', () => {
  const wave = publisher([...same('red', 9, 4), ...same('blue', 6, 4)], ['red', 'blue', 'all'], 0.5)([])
  const findings = ['all', 'red', 'blue'].map(
    (unit) => ({ finding: 'interval-tight', unit, cut: {}, measure: 'q1' }) as const,
  )
  const repairs = repairsFor(findings, wave.cells, wave.blocks)
  expect(repairs.map(({ unit, step }) => [unit, step])).toEqual([
    ['blue', 1],
    ['red', 1],
    ['all', 1],
  ])
  expect(repairsFor([...findings].reverse(), wave.cells, wave.blocks)).toEqual(repairs)
})

const people = fc.array(
  fc.record({ unit: fc.constantFrom('red', 'blue'), answers: fc.tuple(fc.constantFrom(1, 4, 6, 7)) }),
  { minLength: 10, maxLength: 24 },
)

test('two waves of anything end clean after bounded repairs', () => {
  fc.assert(
    fc.property(people, people, (was, now) => {
      const shownOf = (all: Respondent[]) =>
        ['red', 'blue'].every((unit) => all.filter((one) => one.unit === unit).length >= 5)
          ? ['all', 'red', 'blue']
          : ['all']
      const first = weakenUntilClean(
        publisher(was, shownOf(was), 0.5, 'w1'),
        (wave) => auditRelease(wave, [], policy),
        [blockOf(1)],
      )
      if (!first.ok) throw new Error('the first wave was refused')
      const second = weakenUntilClean(
        publisher(now, shownOf(now), 0.5),
        (wave) => auditRelease(wave, [first.value.written], policy),
        [blockOf(1)],
      )
      expect(second.ok).toBe(true)
    }),
    { numRuns: 150 },
  )
})
