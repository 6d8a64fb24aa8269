import { benjaminiHochberg } from '@chorus/psychometrics/benjamini-hochberg'
import { enps, promoterBalance } from '@chorus/psychometrics/enps'
import { favourability } from '@chorus/psychometrics/favourability'
import { meanInterval } from '@chorus/psychometrics/mean-interval'
import { normalQuantile } from '@chorus/psychometrics/normal'
import { wilsonInterval } from '@chorus/psychometrics/wilson-interval'
import { z } from 'zod'
import { orAbsent } from '../absent-figure.ts'
import { sampleFrom, valuesFromData, valuesInline, valuesOf } from '../inputs.ts'
import { statistic } from '../statistic.ts'
import { fromOne, pair, pairOrNull } from './pair.ts'

const kinds = { favourable: z.array(z.number()), neutral: z.array(z.number()) }

export const favourabilityOf = statistic(
  z.union([valuesInline.extend(kinds), valuesFromData.extend(kinds)]),
  (input, { data }) => {
    const counts = favourability(valuesOf(input, data), input)
    const interval = wilsonInterval(counts.favourable, counts.n)
    const percent = (count: number) => (counts.n === 0 ? null : (100 * count) / counts.n)
    return {
      ...counts,
      favourable_percent: percent(counts.favourable),
      neutral_percent: percent(counts.neutral),
      unfavourable_percent: percent(counts.unfavourable),
      wilson_ci95: interval && pair(interval),
    }
  },
)

export const wilson = statistic(
  z
    .strictObject({ k: z.int().min(0), n: z.int().min(0), population: z.number().optional() })
    .refine(({ k, n }) => k <= n, 'k is at most n'),
  ({ k, n, population }) => {
    const interval = wilsonInterval(k, n)
    const finite = population === undefined ? null : wilsonInterval(k, n, population)
    return { p: n === 0 ? null : k / n, ci: interval && pair(interval), ci_fpc: finite && pair(finite) }
  },
)

export const enpsOf = statistic(valuesInline, (input, { data }) => {
  const values = valuesOf(input, data)
  const score = orAbsent(enps(values), { n: 0, promoters: 0, passives: 0, detractors: 0 })
  const { n, promoters, passives, detractors, interval } = score
  const { standardError } = promoterBalance(promoters, detractors, n)
  const half = normalQuantile(0.975) * standardError
  return {
    n,
    promoters,
    passives,
    detractors,
    enps: score.enps,
    se_wald: standardError,
    ci95_wald: [score.enps - half, score.enps + half],
    adjusted_wald_centre: (interval.lo + interval.hi) / 2,
    ci95_adjusted_wald: pair(interval),
    ci95_trinomial_t: trinomial(values),
  }
})

/** The t interval of answers taken as -1, 0 and 1, which other programs give. */
function trinomial(values: readonly number[]): [number, number] | null {
  const balance = values.map((value) => (value >= 9 ? 100 : value <= 6 ? -100 : 0))
  return pairOrNull(meanInterval(sampleFrom(balance)))
}

export const benjaminiHochbergOf = statistic(
  z.strictObject({ p: z.array(z.number().nullable()), q: z.number() }),
  ({ p, q }) => {
    const adjusted = benjaminiHochberg(p)
    const isCalled = (value: number | null) => value !== null && value <= q
    return {
      adjusted,
      tested: p.filter((value) => value !== null).length,
      rejected_1based: fromOne([...adjusted.keys()].filter((i) => isCalled(adjusted[i] ?? null))),
      q,
    }
  },
)
