import type { Agreement, Band, Change, Figure, MeasureFigures } from '@chorus/contracts/publish'
import type { Measure } from '@chorus/instruments/score'
import { meanInterval } from '@chorus/psychometrics/mean-interval'
import { sampleOf } from '@chorus/psychometrics/moments'
import { wilsonInterval } from '@chorus/psychometrics/wilson-interval'
import { protectedMeasure } from './release.ts'
import { shownCount, shownMean, shownShare, shownSpread, stepsFor } from './rules/display-steps.ts'
import { bandOf, middleOf, shownSample, spreadOf } from './shown-sample.ts'
import type { Sums } from './tally.ts'

/** What the masks and the display rules leave of one block in one cell. */
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
  /** Figures of the same wave that were written before. */
  readonly known: KnownFigures
}

/** What was counted of one measure in one shown cell. */
export type Counted = {
  readonly sums: Sums
  /** r_wg of an item; null for a scale, where there is no spread to judge, or where it is not shown. */
  readonly agreement: number | null
  /** How often each answer was given; null where that is not shown. */
  readonly answers: readonly number[] | null
}

/**
 * The figures of one measure in one shown cell, each only as fine as the number of answers allows. Intervals are
 * made from what is shown, of which its spread from 30 answers on, and else the organisation's typical spread: never from the cell's own answers.
 * @param spread the typical spread of the measure, in scale points
 */
export function figuresOf(
  measure: Measure,
  spread: number,
  { sums, agreement, answers }: Counted,
  show: Show,
  changeOf: (figures: MeasureFigures) => Change | null,
): MeasureFigures {
  const { known } = show
  const sample = sampleOf(sums, { origin: measure.min, divisor: sums.divisor })
  if (!sample) return protectedMeasure(measure)
  const steps = stepsFor(sums.n)
  const whole = show.coarser === null
  const detailed = show.detail && whole
  const step = Math.max(steps.mean, show.coarser ?? 0)
  const shown: Shown = {
    n: known.figure(shownCount(sums.n, show.minimum, show.exactCount)),
    mean: known.band(shownMean(sample.mean, measure, step)),
    favourable:
      show.favourable && whole ? known.band(shownShare(sums.favourable / sums.n, steps.share)) : null,
    agreement: show.agreement && whole && agreement !== null ? inWords(agreement) : null,
    sd: detailed && sample.sd !== null ? known.band(shownSpread(sample.sd, measure)) : null,
    answers: detailed ? sharesOf(answers, sums.n, steps.share, known) : null,
  }
  const { population } = show
  const complete = known.figures(keyOf(measure, shown, population), () =>
    withIntervals(measure, shown, population, spread),
  )
  const change = changeOf(complete)
  return change ? { ...complete, change } : complete
}

/**
 * What is shown takes few forms, and a large organisation has millions of figures: each form is kept once, so nobody may change one.
 * Distributions take too many forms to be worth it, but the bands that they are made of are as few as all others.
 */
export class KnownFigures {
  readonly #figures = new Map<string, MeasureFigures>()
  readonly #bands = new Map<number, Map<number, Band>>()

  figures(key: string | null, make: () => MeasureFigures): MeasureFigures {
    if (key === null) return make()
    const known = this.#figures.get(key)
    if (known) return known
    const made = make()
    this.#figures.set(key, made)
    return made
  }

  figure(figure: Figure): Figure {
    return typeof figure === 'number' ? figure : this.band(figure)
  }

  band(band: Band): Band {
    let from = this.#bands.get(band.lo)
    if (!from) {
      from = new Map()
      this.#bands.set(band.lo, from)
    }
    const known = from.get(band.hi)
    if (known) return known
    from.set(band.hi, band)
    return band
  }
}

/** Two figures with one key are the same: the spread belongs to the measure. Null where figures are not kept. */
function keyOf(
  { id }: Measure,
  { n, mean, favourable, agreement, sd, answers }: Shown,
  population: number | null,
): string | null {
  if (answers !== null) return null
  return `${id} ${text(n)} ${text(mean)} ${text(favourable)} ${text(sd)} ${agreement} ${population}`
}

function text(figure: Figure | null): string {
  return figure !== null && typeof figure === 'object' ? `${figure.lo} ${figure.hi}` : `${figure}`
}

type Shown = Pick<MeasureFigures, 'favourable' | 'agreement' | 'sd' | 'answers'> & { n: Figure; mean: Band }

/** All that follows from what is shown. Field by field: copying objects is ten times as slow where there are millions. */
function withIntervals(
  measure: Measure,
  { n, mean, favourable, agreement, sd, answers }: Shown,
  population: number | null,
  spread: number,
): MeasureFigures {
  const sample = shownSample(n, mean, spreadOf({ sd }, spread))
  const invited = population === null ? null : Math.max(population, sample.n)
  return {
    type: measure.type,
    id: measure.id,
    status: 'published',
    n,
    mean,
    sd,
    interval: within(measure, meanInterval(sample)),
    intervalOfInvited: invited === null ? null : within(measure, meanInterval(sample, invited)),
    favourable,
    favourableInterval: favourable === null ? null : shareInterval(favourable, n),
    answers,
    agreement,
    change: null,
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
function sharesOf(
  answers: readonly number[] | null,
  n: number,
  step: number,
  known: KnownFigures,
): Band[] | null {
  if (answers === null || answers.reduce((a, b) => a + b, 0) !== n) return null
  return answers.map((count) => known.band(shownShare(count / n, step)))
}

function inWords(agreement: number): Agreement {
  if (agreement < 0.5) return 'weak'
  return agreement < 0.7 ? 'moderate' : 'strong'
}
