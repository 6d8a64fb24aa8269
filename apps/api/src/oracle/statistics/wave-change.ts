import { hedgesG } from '@chorus/psychometrics/hedges-g'
import { standardError } from '@chorus/psychometrics/mean-interval'
import type { Sample } from '@chorus/psychometrics/moments'
import { normalQuantile } from '@chorus/psychometrics/normal'
import { waveChange } from '@chorus/psychometrics/wave-change'
import { z } from 'zod'
import { type DataSets, dataShape } from '../data-sets.ts'
import { sampleFrom, scoreOf } from '../inputs.ts'
import { statistic } from '../statistic.ts'
import { pair } from './pair.ts'

const populations = { population_a: z.number().optional(), population_b: z.number().optional() }
const fromData = z.strictObject({
  ...dataShape,
  score: z.literal('row mean').optional(),
  wave_a: z.union([z.string(), z.number()]),
  wave_b: z.union([z.string(), z.number()]),
  ...populations,
})
const answers = z.array(z.number().nullable())
const inline = z.strictObject({ a: answers, b: answers, ...populations })

export const waveChangeOf = statistic(z.union([inline, fromData]), (input, { data }) => {
  const [a, b] =
    'a' in input
      ? [given(input.a), given(input.b)]
      : [wave(input, data, 'wave_a'), wave(input, data, 'wave_b')]
  const [earlier, later] = [sampleFrom(a), sampleFrom(b)]
  return {
    n1: earlier.n,
    n2: later.n,
    mean1: earlier.mean,
    mean2: later.mean,
    sd1: earlier.sd,
    sd2: later.sd,
    difference: later.mean - earlier.mean,
    ...tested(earlier, later),
    ...standardised(earlier, later),
    ...ofThesePeople(earlier, later, input.population_a, input.population_b),
  }
})

function given(answers: readonly (number | null)[]): number[] {
  return answers.filter((answer) => answer !== null)
}

function wave(input: z.infer<typeof fromData>, data: DataSets, which: 'wave_a' | 'wave_b'): number[] {
  const rows = data.numbers({ ...input, filter: { ...input.filter, wave: input[which] } })
  return rows.flatMap((row) => scoreOf(input, row) ?? [])
}

function tested(earlier: Sample, later: Sample) {
  const change = waveChange(earlier, later)
  if (!change.ok) return { se: null, t: null, df: null, p: null, ci95: null }
  const { se, t, df, p, interval } = change.value
  return { se, t, df, p, ci95: pair(interval) }
}

/** g and its interval as Chorus gives them, and the variants that other programs print beside them. */
function standardised(earlier: Sample, later: Sample) {
  const change = hedgesG(earlier, later)
  if (!change.ok) return Object.fromEntries(standardisedFigures.map((name) => [name, null]))
  const { pooledSd, d, correction, g, interval } = change.value
  const approximate = 1 - 3 / (4 * (earlier.n + later.n - 2) - 1)
  const variance = 1 / earlier.n + 1 / later.n + g ** 2 / (2 * (earlier.n + later.n))
  const half = normalQuantile(0.975) * Math.sqrt(variance)
  const averageSd = Math.sqrt(((earlier.sd ?? 0) ** 2 + (later.sd ?? 0) ** 2) / 2)
  return {
    sd_pooled: pooledSd,
    cohens_d: d,
    j_exact: correction,
    hedges_g: g,
    hedges_g_ci95_noncentral_t: pair(interval),
    j_approx: approximate,
    hedges_g_approx_j: approximate * d,
    hedges_g_variance: variance,
    hedges_g_ci95_normal: [g - half, g + half],
    cohens_d_average_sd: (later.mean - earlier.mean) / averageSd,
  }
}

const standardisedFigures = [
  ...['sd_pooled', 'cohens_d', 'j_exact', 'hedges_g', 'hedges_g_ci95_noncentral_t'],
  ...['j_approx', 'hedges_g_approx_j', 'hedges_g_variance', 'hedges_g_ci95_normal', 'cohens_d_average_sd'],
]

/** The difference between exactly these people in both waves, without the doubt about who else might have answered. */
function ofThesePeople(earlier: Sample, later: Sample, before?: number, after?: number) {
  if (before === undefined || after === undefined) return {}
  const errors = [standardError(earlier, before), standardError(later, after)]
  const [a, b] = errors
  return {
    population1: before,
    population2: after,
    se_fpc: typeof a === 'number' && typeof b === 'number' ? Math.hypot(a, b) : null,
  }
}
