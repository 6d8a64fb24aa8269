import { meanInterval } from '../../packages/psychometrics/src/mean-interval.ts'
import { addToMoments, noMoments, type Sample, sampleOf } from '../../packages/psychometrics/src/moments.ts'
import { waveChange } from '../../packages/psychometrics/src/wave-change.ts'
import { wilsonInterval } from '../../packages/psychometrics/src/wilson-interval.ts'
import { type Population, skewedItem, skewedScale } from './population.ts'
import { covers, type Rate, rateOf } from './rate.ts'

const sizes = [5, 8, 15, 30]
const [lo, hi] = [0.93, 0.97]
/** Of a team, this share answers where the interval is about exactly these people. */
const answering = 0.7

/** How often 95 % intervals of exact figures hold the truth, on skewed answers. */
export function intervalCoverage(teams: number): Rate[] {
  return [skewedItem(11), skewedScale(12)].flatMap((now) => {
    const later = now.name === 'item' ? skewedItem(13, 0.3) : skewedScale(14, 0.3)
    const rate = (what: string, n: number, isSo: () => boolean) => ({
      what: `${what}, ${now.name}`,
      n,
      share: rateOf(teams, isSo),
      lo,
      hi,
    })
    return sizes.flatMap((n) => [
      rate('mean, climate as such', n, () => holdsMean(now, n)),
      rate('mean, exactly these people (70 % answered)', n, () => holdsMeanOfPeople(now, n)),
      rate('favourable share (Wilson)', n, () => holdsShare(now, n)),
      rate('change (Welch)', n, () => holdsChange(now, later, n)),
    ])
  })
}

export function drawSample({ draw }: Population, n: number): Sample {
  let moments = noMoments
  for (let i = 0; i < n; i++) moments = addToMoments(moments, draw())
  const sample = sampleOf(moments)
  if (sample) return sample
  throw new Error('a team has answers')
}

function holdsMean(population: Population, n: number): boolean {
  const interval = meanInterval(drawSample(population, n))
  return interval.ok && covers(interval.value, population.mean)
}

function holdsMeanOfPeople(population: Population, n: number): boolean {
  const rest = Math.round(n / answering) - n
  const [answered, silent] = [drawSample(population, n), drawSample(population, rest)]
  const interval = meanInterval(answered, n + rest)
  const truth = (n * answered.mean + rest * silent.mean) / (n + rest)
  return interval.ok && covers(interval.value, truth)
}

function holdsShare({ draw, favourable }: Population, n: number): boolean {
  const hits = Array.from({ length: n }, draw).filter((value) => value >= 5 - 1e-9).length
  const interval = wilsonInterval(hits, n)
  return interval !== null && covers(interval, favourable)
}

/** Two waves in which nobody answers differently have a difference and no interval; it holds the truth only if that is the difference. */
function holdsChange(earlier: Population, later: Population, n: number): boolean {
  const change = waveChange(drawSample(earlier, n), drawSample(later, n))
  return change.ok && covers(change.value.interval, later.mean - earlier.mean)
}
