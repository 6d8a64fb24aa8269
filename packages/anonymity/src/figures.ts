import type { Agreement, Band, Change, Figure, MeasureFigures } from '@chorus/contracts/publish'
import type { Measure } from '@chorus/instruments/score'
import { meanInterval } from '@chorus/psychometrics/mean-interval'
import { sampleOf } from '@chorus/psychometrics/moments'
import { wilsonInterval } from '@chorus/psychometrics/wilson-interval'
import { protectedMeasure } from './release.ts'
import { shownCount, shownMean, shownShare, shownSpread, stepsFor } from './rules/display-steps.ts'
import { bandOf, middleOf, shownSample, spreadOf } from './shown-sample.ts'
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
  /** Figures of the same wave that were written before. */
  readonly known: KnownFigures
}

/** What was counted of one measure in one shown cell. */
export type Counted = Sums & {
  /** r_wg of an item; null for a scale, where there is no spread to judge, or where it is not shown. */
  readonly agreement: number | null
  /** How often each answer was given; null where that is not shown. */
  readonly answers: readonly number[] | null
}

/**
 * The figures of one measure in one shown cell, each only as fine as the number of answers allows. Intervals are
 * made from what is shown, of which its spread from 30 answers on, and else the organisation's typical spread: never from the cell's own answers.
 */
export function figuresOf(
  measure: Measure,
  counted: Counted,
  show: Show,
  changeOf: (figures: MeasureFigures) => Change | null,
): MeasureFigures {
  const sample = sampleOf(counted, { origin: measure.min, divisor: counted.divisor })
  if (!sample) return protectedMeasure(measure)
  const steps = stepsFor(counted.n)
  const whole = show.coarser === null
  const n = shownCount(counted.n, show.minimum, show.exactCount)
  const mean = shownMean(sample.mean, measure, Math.max(steps.mean, show.coarser ?? 0))
  const favourable = show.favourable && whole ? shownShare(counted.favourable / counted.n, steps.share) : null
  const agreement = show.agreement && whole && counted.agreement !== null ? inWords(counted.agreement) : null
  const detailed = show.detail && whole
  const figures = {
    n,
    mean,
    favourable,
    agreement,
    sd: detailed && sample.sd !== null ? shownSpread(sample.sd, measure) : null,
    answers: detailed ? sharesOf(counted, steps.share) : null,
  }
  const complete = show.known.figures(keyOf(measure, figures, show), () =>
    withIntervals(measure, figures, show),
  )
  const change = changeOf(complete)
  return change ? { ...complete, change } : complete
}

/**
 * What is shown takes few forms, and a large organisation has millions of figures: each form is kept once. Distributions take too many
 * forms to be worth it.
 */
export class KnownFigures {
  readonly #figures = new Map<string, MeasureFigures>()

  figures(key: string | null, make: () => MeasureFigures): MeasureFigures {
    if (key === null) return make()
    const known = this.#figures.get(key)
    if (known) return known
    const made = make()
    this.#figures.set(key, made)
    return made
  }
}

/** Two figures with one key are the same: the spread belongs to the measure. Null where figures are not kept. */
function keyOf(
  { id }: Measure,
  { n, mean, favourable, agreement, sd, answers }: Shown,
  show: Show,
): string | null {
  if (answers !== null) return null
  const numbers = [n, mean, favourable ?? '', sd ?? ''].map((figure) =>
    typeof figure === 'object' ? `${figure.lo} ${figure.hi}` : figure,
  )
  return `${id} ${numbers.join(' ')} ${agreement} ${show.population}`
}

type Shown = Pick<MeasureFigures, 'favourable' | 'agreement' | 'sd' | 'answers'> & { n: Figure; mean: Band }

/** All that follows from what is shown. */
function withIntervals(measure: Measure, shown: Shown, { population, spread }: Show): MeasureFigures {
  const { n, mean, favourable } = shown
  const sample = shownSample(n, mean, spreadOf(shown, spread))
  const invited = population === null ? null : Math.max(population, sample.n)
  return {
    ...protectedMeasure(measure),
    ...shown,
    status: 'published',
    interval: within(measure, meanInterval(sample)),
    intervalOfInvited: invited === null ? null : within(measure, meanInterval(sample, invited)),
    favourableInterval: favourable === null ? null : shareInterval(favourable, n),
  }
}

function within({ min, max }: Measure, interval: ReturnType<typeof meanInterval>): Band | null {
  if (!interval.ok) return null
  return { lo: Math.max(min, interval.value.lo), hi: Math.min(max, interval.value.hi) }
}

/** 95 % Wilson interval around all shares that would be shown alike. */
function shareInterval(share: Figure, n: Figure): Band | null {
  const answers = middleOf(n)
  const { lo, hi } = bandOf(share)
  const [lowest, highest] = [lo, hi].map((end) => wilsonInterval(end * answers, answers))
  return lowest && highest ? { lo: lowest.lo, hi: highest.hi } : null
}

/** Decimal answers have no distribution: then the counters do not add up to n. */
function sharesOf({ answers, n }: Counted, step: number): Band[] | null {
  if (answers === null || answers.reduce((a, b) => a + b, 0) !== n) return null
  return answers.map((count) => shownShare(count / n, step))
}

function inWords(agreement: number): Agreement {
  if (agreement < 0.5) return 'weak'
  return agreement < 0.7 ? 'moderate' : 'strong'
}
