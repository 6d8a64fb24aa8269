import type { Agreement, Band, Change, Figure, MeasureFigures } from '@chorus/contracts/publish'
import type { Measure } from '@chorus/instruments/score'
import { meanInterval } from '@chorus/psychometrics/mean-interval'
import { sampleOf } from '@chorus/psychometrics/moments'
import { wilsonInterval } from '@chorus/psychometrics/wilson-interval'
import { protectedMeasure } from './release.ts'
import { shownCount, shownMean, shownShare, shownSpread, stepsFor } from './rules/display-steps.ts'
import { middleOf, shownSample } from './shown-sample.ts'
import type { Sums } from './tally.ts'

/** What the masks and the display rules leave of one measure in one cell. */
export type Show = {
  readonly favourable: boolean
  readonly agreement: boolean
  readonly detail: boolean
  /** Answers that anything shown needs. */
  readonly minimum: number
  /** Nobody of the whole organisation left an item of the block out, so the number tells nothing of who did. */
  readonly exactCount: boolean
  /** A repair by the auditor: steps of the mean are not finer than this, and nothing but the mean is shown. */
  readonly coarser: number | null
  /** People invited, where that is known. */
  readonly population: number | null
  /** The organisation's typical spread. */
  readonly spread: number
}

/**
 * The figures of one measure in one shown cell, each only as fine as the number of answers allows. Intervals are
 * made from what is shown and the organisation's typical spread, never from the cell's own answers.
 * @param agreement r_wg of an item, r_wg(j) of a scale; null where there is no spread to judge
 */
export function figuresOf(
  measure: Measure,
  sums: Sums,
  show: Show,
  agreement: number | null,
  changeOf: (figures: MeasureFigures) => Change | null,
): MeasureFigures {
  const sample = sampleOf(sums, { origin: measure.min, divisor: sums.divisor })
  if (!sample) return protectedMeasure(measure)
  const steps = stepsFor(sums.n)
  const whole = show.coarser === null
  const n = shownCount(sums.n, show.minimum, show.exactCount)
  const mean = shownMean(sample.mean, measure, Math.max(steps.mean, show.coarser ?? 0))
  const favourable = show.favourable && whole ? shownShare(sums.favourable / sums.n, steps.share) : null
  const shown = shownSample(n, mean, show.spread)
  const figures: MeasureFigures = {
    ...protectedMeasure(measure),
    status: 'published',
    n,
    mean,
    sd: show.detail && whole && sample.sd !== null ? shownSpread(sample.sd) : null,
    interval: within(measure, meanInterval(shown)),
    intervalOfInvited:
      show.population === null
        ? null
        : within(measure, meanInterval(shown, Math.max(show.population, shown.n))),
    favourable,
    favourableInterval: favourable && shareInterval(favourable, n),
    answers: show.detail && whole ? sharesOf(sums, steps.share) : null,
    agreement: show.agreement && whole && agreement !== null ? inWords(agreement) : null,
  }
  return { ...figures, change: changeOf(figures) }
}

function within({ min, max }: Measure, interval: ReturnType<typeof meanInterval>): Band | null {
  if (!interval.ok) return null
  return { lo: Math.max(min, interval.value.lo), hi: Math.min(max, interval.value.hi) }
}

/** 95 % Wilson interval around all shares that would be shown alike. */
function shareInterval(share: Band, n: Figure): Band | null {
  const answers = middleOf(n)
  const [lowest, highest] = [share.lo, share.hi].map((end) => wilsonInterval(end * answers, answers))
  return lowest && highest ? { lo: lowest.lo, hi: highest.hi } : null
}

/** Decimal answers have no distribution: then the counters do not add up to n. */
function sharesOf({ answers, n }: Sums, step: number): Band[] | null {
  if (answers === null || answers.reduce((a, b) => a + b, 0) !== n) return null
  return answers.map((count) => shownShare(count / n, step))
}

function inWords(agreement: number): Agreement {
  if (agreement < 0.5) return 'weak'
  return agreement < 0.7 ? 'moderate' : 'strong'
}
