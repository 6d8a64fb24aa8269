import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockOf, displayedWave, type Respondent } from '../../test/displayed-wave.ts'
import type { AuditedWave } from './audit-input.ts'
import { auditRelease } from './audit-release.ts'
import type { Finding } from './finding.ts'
import { countRepairs, RepairOptions } from './repair-options.ts'
import { cheapestSteps, type Repair, weakenUntilClean } from './repairs.ts'

const units = { all: null, red: 'all', blue: 'all' }
const policy = { k: 5, cutK: 10 }
const same = (unit: string, n: number, answer: number): Respondent[] =>
  Array.from({ length: n }, () => ({ unit, answers: [answer] }))

const repairsFor = (findings: readonly Finding[], { cells, blocks }: AuditedWave) =>
  cheapestSteps(findings, new RepairOptions(cells, blocks)).map(({ repair }) => repair)

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
  expect(weakened.ok && weakened.value.audited.findings).toEqual([])
  expect(weakened.ok && countRepairs(weakened.value.repairs)).toEqual({ coarser: 1, hidden: 0 })
})

test('where no step helps the block is hidden in this cell', () => {
  const publish = publisher([...same('red', 5, 7), ...same('blue', 8, 4)], ['red', 'blue'], 1)
  const wave = publish([])
  const finding = { finding: 'interval-narrow', unit: 'red', cut: {}, measure: 'q1' } as const
  expect(repairsFor([finding], wave)).toEqual([{ unit: 'red', cut: {}, block: 'block', step: 'hidden' }])
})

test('a structural finding is never repaired and refuses the release', () => {
  const publish = publisher([...same('red', 4, 4), ...same('blue', 9, 4)], ['all', 'blue'], 0.5)
  const weakened = weakenUntilClean(publish, (wave) => auditRelease(wave, [], policy), [blockOf(1)])
  expect(weakened.ok).toBe(false)
  expect(repairsFor(auditRelease(publish([]), [], policy).findings, publish([]))).toEqual([])
})

test('the smallest cell comes first, and the order of findings does not matter', () => {
  const wave = publisher([...same('red', 9, 4), ...same('blue', 6, 4)], ['red', 'blue', 'all'], 0.5)([])
  const findings = ['all', 'red', 'blue'].map(
    (unit) => ({ finding: 'interval-tight', unit, cut: {}, measure: 'q1' }) as const,
  )
  const repairs = repairsFor(findings, wave)
  expect(repairs.map(({ unit, step }) => [unit, step])).toEqual([
    ['blue', 1],
    ['red', 1],
    ['all', 1],
  ])
  expect(repairsFor([...findings].reverse(), wave)).toEqual(repairs)
})

test('what is left of a large cell is hidden by a coarser small one inside of it', () => {
  // 15 of 20 are in red and blue; the five others are the rest, and exact means of all three would tell their sum.
  const everybody = [...same('all', 5, 7), ...same('red', 9, 4), ...same('blue', 6, 4)]
  const publish = publisher(everybody, ['all', 'red', 'blue'], 0)
  const weakened = weakenUntilClean(publish, (wave) => auditRelease(wave, [], policy), [blockOf(1)])
  expect(weakened.ok && weakened.value.repairs).toEqual([{ unit: 'blue', cut: {}, block: 'block', step: 1 }])
})

test('repairs that turned out not to be needed are given back', () => {
  // Only a coarser large cell cures; the small ones, cheaper and tried before, become as fine again as they were.
  const finding: Finding = {
    finding: 'interval-tight',
    unit: 'all',
    cut: {},
    measure: 'q1',
    among: ['red', 'blue'].map((unit) => ({ unit, cut: {} })),
  }
  const publish = publisher([...same('red', 9, 4), ...same('blue', 6, 4)], ['all', 'red', 'blue'], 0.2)
  const clean = auditRelease(publish([]), [], policy)
  const widthOf = (wave: AuditedWave, unit: string) => {
    const mean = wave.cells.find((cell) => cell.unit === unit)?.measures[0]?.mean
    return typeof mean === 'object' && mean ? mean.hi - mean.lo : 0
  }
  const audit = (wave: AuditedWave) => ({ ...clean, findings: widthOf(wave, 'all') > 0.3 ? [] : [finding] })
  const weakened = weakenUntilClean(publish, audit, [blockOf(1)])
  expect(weakened.ok && weakened.value.repairs).toEqual([{ unit: 'all', cut: {}, block: 'block', step: 0.5 }])
})

test('a finding that nothing cures refuses the release', () => {
  const finding: Finding = { finding: 'interval-tight', unit: 'red', cut: {}, measure: 'q1' }
  const publish = publisher([...same('red', 9, 4), ...same('blue', 6, 4)], ['red', 'blue'], 0.5)
  const audit = (wave: AuditedWave) => ({ ...auditRelease(wave, [], policy), findings: [finding] })
  expect(weakenUntilClean(publish, audit, [blockOf(1)])).toEqual({ ok: false, error: [finding] })
})

const people = fc.array(
  fc.record({ unit: fc.constantFrom('red', 'blue'), answers: fc.tuple(fc.constantFrom(1, 4, 6, 7)) }),
  { minLength: 10, maxLength: 24 },
)

test('two waves of anything end clean after bounded repairs, none of them in vain', () => {
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
      if (!second.ok) throw new Error('the second wave was refused')
      // Nothing is coarser than needed: one step less anywhere, and something is found again.
      for (const repair of second.value.repairs) {
        const others = second.value.repairs.filter((other) => other !== repair)
        const finer = repair.step === 'hidden' ? [{ ...repair, step: 1 as const }] : []
        const wave = publisher(now, shownOf(now), 0.5)([...others, ...finer])
        expect(auditRelease(wave, [first.value.written], policy).findings).not.toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})
