import fc from 'fast-check'
import { mean } from 'simple-statistics'
import { expect, test } from 'vitest'
import { type DataInput, groupsOf, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { designEffect } from './design-effect.ts'
import { addToGroupMoments, type GroupMoments, samplesOf } from './group-moments.ts'
import { icc1, icc1Interval, icc2, icc2Interval, smithInterval } from './intraclass-correlation.ts'
import type { Sample } from './moments.ts'
import { oneWayAnova } from './one-way-anova.ts'
import { teamShrinkage } from './team-shrinkage.ts'
import { momentVariances, remlVariances } from './variance-components.ts'

const anovaOf = (samples: readonly Sample[]) => {
  const anova = oneWayAnova(samples)
  if (!anova.ok) throw new Error(anova.error.code)
  return anova.value
}

const code = (code: string) => ({ ok: false, error: { code } })

test('one group, groups of one and equal answers have no analysis', () => {
  expect(oneWayAnova([{ n: 9, mean: 4, sd: 1 }])).toEqual(code('too-few-groups'))
  expect(
    oneWayAnova([
      { n: 1, mean: 4, sd: null },
      { n: 1, mean: 5, sd: null },
    ]),
  ).toEqual(code('too-few-answers'))
  expect(
    oneWayAnova([
      { n: 3, mean: 4.1, sd: 0 },
      { n: 3, mean: 4.1, sd: 0 },
    ]),
  ).toEqual(code('no-spread'))
})

test('where nobody differs from his own group, both correlations are 1 and F has no value', () => {
  const anova = anovaOf([
    { n: 3, mean: 4, sd: 0 },
    { n: 3, mean: 5, sd: 0 },
  ])
  expect([anova.f, icc1(anova), icc2(anova)]).toEqual([null, 1, { ok: true, value: 1 }])
  expect([icc1Interval(anova), icc2Interval(anova)]).toEqual([
    { lo: 1, hi: 1 },
    { ok: true, value: { lo: 1, hi: 1 } },
  ])
})

test('groups with equal means: ICC(1) is below 0, ICC(2) has no value, and the design costs nothing', () => {
  const anova = anovaOf([
    { n: 3, mean: 4, sd: 1 },
    { n: 3, mean: 4, sd: 2 },
  ])
  expect(icc1(anova)).toBe(-0.5)
  expect([icc2(anova), icc2Interval(anova)]).toEqual([code('no-spread'), code('no-spread')])
  expect(designEffect(icc1(anova), anova.sizes.kish)).toBe(1)
})

test('shifting and turning round all answers changes nothing; ICC(1) stays within its bounds', () => {
  const answer = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 6 }))
  fc.assert(
    fc.property(fc.array(answer, { minLength: 6, maxLength: 60 }), (answers) => {
      const of = (change: (value: number) => number) =>
        oneWayAnova(
          samplesOf(
            answers.reduce<GroupMoments>((all, [g, x]) => addToGroupMoments(all, g, change(x)), new Map()),
          ),
        )
      const [plain, moved] = [of((x) => x), of((x) => 9 - x)]
      expect(moved.ok).toBe(plain.ok)
      if (!plain.ok || !moved.ok) return
      expect(icc1(moved.value)).toBeCloseTo(icc1(plain.value), 9)
      expect(icc1(plain.value)).toBeLessThanOrEqual(1 + 1e-12)
      expect(icc1(plain.value)).toBeGreaterThanOrEqual(-1 / (plain.value.sizes.typical - 1) - 1e-12)
    }),
  )
})

testAgainstOracle<IccInput, IccExpected>('icc_oneway', ({ input, expected }, near) => {
  const samples = samplesOf(momentsFor(input), { origin: 3 })
  const anova = anovaOf(samples)
  const { between, within, sizes } = anova
  const r = icc1(anova)
  expect([anova.groups, anova.total]).toEqual([expected.groups, expected.N])
  near(sizes.mean, expected.n_mean)
  near(sizes.typical, expected.n0)
  near(sizes.harmonic, expected.n_harmonic)
  near(sizes.kish, expected.kish_n)
  near(anova.grandMean, expected.grand_mean)
  near(between.squares, expected.ss_between)
  near(within.squares, expected.ss_within)
  expect([between.df, within.df]).toEqual([expected.df_between, expected.df_within])
  near(between.meanSquare, expected.ms_between)
  near(within.meanSquare, expected.ms_within)
  near(anova.f, expected.F)
  // The tolerance of the case would let any small p pass.
  expect(Math.abs(Math.log(anova.p / expected.p))).toBeLessThan(1e-9)
  near(anova.etaSquared, expected.eta_squared)
  near(r, expected.icc1_n0)
  near(icc1(anova, sizes.mean), expected.icc1_mean_n)
  const reliability = icc2(anova)
  const reliabilityInterval = icc2Interval(anova)
  if (!reliability.ok || !reliabilityInterval.ok) throw new Error('the case has means that differ')
  near(reliability.value, expected.icc2)
  const smith = smithInterval(anova)
  near(smith.se, expected.icc1_se_smith)
  for (const { interval, wanted } of [
    { interval: icc1Interval(anova), wanted: expected.icc1_ci95_searle_n0 },
    { interval: reliabilityInterval.value, wanted: expected.icc2_ci95_f },
    { interval: smith.interval, wanted: expected.icc1_ci95_smith },
  ]) {
    near(interval.lo, wanted[0])
    near(interval.hi, wanted[1])
  }
  near(designEffect(r, sizes.mean), expected.design_effect_mean_n)
  near(designEffect(r, sizes.kish), expected.design_effect_kish)
  near(anova.total / designEffect(r, sizes.kish), expected.effective_n_kish)

  const moments = momentVariances(samples)
  const reml = remlVariances(samples)
  if (!moments.ok || !reml.ok) throw new Error('the case has variances')
  near(moments.value.between, expected.tau2_anova)
  near(moments.value.within, expected.sigma2_anova)
  near(reml.value.between, expected.tau2_reml)
  near(reml.value.within, expected.sigma2_reml)
  const centre = teamShrinkage(samples, reml.value)
  near(centre.ok ? centre.value.centre : null, expected.mu_reml)
  const { between: tau2, within: sigma2 } = reml.value
  near(tau2 / (tau2 + sigma2), expected.icc1_reml)
  near(tau2 / (tau2 + sigma2 / sizes.mean), expected.icc2_reml_mean_n)
})

/** One value per person, the mean of the row; who left something out has none. */
function momentsFor(input: IccInput): GroupMoments {
  const rows: (number | null)[][] = input.values?.map((value) => [value]) ?? rowsOf(input)
  const labels = input.values ? input.group : groupsOf({ ...input, group: String(input.group) })
  return rows.reduce<GroupMoments>((groups, row, i) => {
    const answers = row.filter((answer) => answer !== null)
    if (answers.length < row.length) return groups
    return addToGroupMoments(groups, String(labels[i]), mean(answers) - 3)
  }, new Map())
}

type IccInput = DataInput & { values?: number[]; group: string | number[] }
type Pair = [number, number]
type IccExpected = Record<'icc1_ci95_searle_n0' | 'icc1_ci95_smith' | 'icc2_ci95_f', Pair> &
  Record<
    | 'groups'
    | 'N'
    | 'n_mean'
    | 'n0'
    | 'n_harmonic'
    | 'grand_mean'
    | 'ss_between'
    | 'ss_within'
    | 'df_between'
    | 'df_within'
    | 'ms_between'
    | 'ms_within'
    | 'F'
    | 'p'
    | 'eta_squared'
    | 'icc1_n0'
    | 'icc1_mean_n'
    | 'icc2'
    | 'icc1_se_smith'
    | 'tau2_anova'
    | 'sigma2_anova'
    | 'tau2_reml'
    | 'sigma2_reml'
    | 'mu_reml'
    | 'icc1_reml'
    | 'icc2_reml_mean_n'
    | 'kish_n'
    | 'design_effect_mean_n'
    | 'design_effect_kish'
    | 'effective_n_kish',
    number
  >
