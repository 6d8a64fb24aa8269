import { meanInterval, standardError } from '@chorus/psychometrics/mean-interval'
import type { Sample } from '@chorus/psychometrics/moments'
import { quantileSorted } from '@chorus/psychometrics/quantile'
import { z } from 'zod'
import { sampleFrom, valuesFromData, valuesInline, valuesOf } from '../inputs.ts'
import { statistic } from '../statistic.ts'
import { Unusable } from '../unusable.ts'
import { pairOrNull } from './pair.ts'

const population = { population: z.number().optional() }

export const meanCi = statistic(
  z.union([valuesInline.extend(population), valuesFromData.extend(population)]),
  (input, { data, expected }) => {
    const values = valuesOf(input, data)
    const sample = sampleFrom(values)
    return {
      n: sample.n,
      mean: sample.mean,
      sd: sample.sd,
      se: standardError(sample),
      ci95_t: pairOrNull(meanInterval(sample)),
      ...(input.population === undefined ? {} : ofThesePeople(sample, input.population)),
      ...('exact_bootstrap' in expected ? { exact_bootstrap: allResamples(values) } : {}),
    }
  },
)

function ofThesePeople(sample: Sample, population: number) {
  return {
    population,
    fpc: Math.sqrt(Math.max(0, 1 - sample.n / population)),
    se_fpc: standardError(sample, population),
    ci95_t_fpc: pairOrNull(meanInterval(sample, population)),
  }
}

/** The mean in each of the n^n ways to draw n answers from n, instead of in some of them at random. */
function allResamples(values: readonly number[]) {
  const n = values.length
  if (n > 7) throw new Unusable(`input: ${n} values have too many resamples to go through all of them`)
  let sums = [0]
  for (let draw = 0; draw < n; draw++) sums = sums.flatMap((sum) => values.map((value) => sum + value))
  const means = sums.map((sum) => sum / n).sort((a, b) => a - b)
  const centre = means.reduce((a, b) => a + b, 0) / means.length
  const squares = means.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  return {
    resamples: means.length,
    sd: Math.sqrt(squares / means.length),
    percentile_2_5: quantileSorted(means, 0.025),
    percentile_97_5: quantileSorted(means, 0.975),
  }
}
