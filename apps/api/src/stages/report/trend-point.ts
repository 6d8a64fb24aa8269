import { shownSample, spreadOf } from '@chorus/anonymity/shown-sample'
import { typicalSpread } from '@chorus/anonymity/typical-spread'
import type { Cell, MeasureFigures } from '@chorus/contracts/publish'
import type { TrendPoint } from '@chorus/contracts/report'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { changedMeasures } from '@chorus/instruments/changed-measures'
import type { Measure } from '@chorus/instruments/score'
import { hedgesG } from '@chorus/psychometrics/hedges-g'
import type { Sample } from '@chorus/psychometrics/moments'
import type { FamilyOf } from '@chorus/reporting/change-family'
import { mayBeSaid, sayableFrom } from '@chorus/reporting/may-be-said'

/** One released wave with the cells of one unit at hand. */
export type WaveOfUnit = {
  readonly header: ReleaseHeader
  readonly cell: Cell | undefined
  /** The unit was merged with others, or split, between this wave and the one before. */
  readonly isNewGroup?: boolean
}

/** One wave of a scale: what was released, as far as so many answers can bear it. */
export function trendPoint(
  measure: Measure,
  { header, cell, isNewGroup = false }: WaveOfUnit,
  earlier: readonly WaveOfUnit[],
  family: FamilyOf,
): TrendPoint {
  // Which questions were asked is no secret: it is the same for every unit.
  if (!asks(header, measure.id)) return { status: 'not asked', wave: header.wave }
  const shown = figuresIn(cell, measure)
  const say = mayBeSaid(shown?.n ?? null, sayableFrom(header.policy))
  if (!say.mean || !shown || shown.n === null || shown.mean === null)
    return { status: 'protected', wave: header.wave }
  const startsAnew = asksOtherwise(measure, header, earlier)
  const newGroup = isNewGroup || brokeSinceShown(measure, earlier)
  // A release from before this was looked at may hold a change across other questions.
  const change = startsAnew || newGroup ? null : shown.change
  const before = change && earlier.find((one) => one.header.wave === change.since)
  return {
    status: 'published',
    wave: header.wave,
    n: shown.n,
    mean: shown.mean,
    interval: shown.interval,
    favourable: say.favourable ? shown.favourable : null,
    agreement: say.agreement ? shown.agreement : null,
    startsAnew,
    newGroup,
    change: change && {
      ...family(measure.type).judge(change),
      difference: change.difference,
      size: before && say.change === 'size' ? sizeBetween(measure, before, { header, cell }) : null,
    },
  }
}

/** Whether a wave asked a scale, or a statement by itself. */
export function asks({ instrument }: Pick<ReleaseHeader, 'instrument'>, id: string): boolean {
  return instrument.scales.some((scale) => scale.id === id || scale.items.some((item) => item.id === id))
}

/** A break lies at a wave that showed nothing, and the wave shown before lies in front of it. */
function brokeSinceShown(measure: Measure, earlier: readonly WaveOfUnit[]): boolean {
  const last = earlier.findLastIndex(({ cell }) => figuresIn(cell, measure)?.status === 'published')
  return last >= 0 && earlier.slice(last + 1).some(({ isNewGroup }) => isNewGroup === true)
}

/** Whether the wave that showed the measure last asked something else. */
function asksOtherwise(
  measure: Measure,
  { instrument }: ReleaseHeader,
  earlier: readonly WaveOfUnit[],
): boolean {
  const last = earlier.findLast(({ cell }) => figuresIn(cell, measure)?.status === 'published')
  if (!last) return false
  return changedMeasures(last.header.instrument.scales, instrument.scales).has(measure.id)
}

/** What a reader may take the shown figures of a wave for; null where they are protected. */
export function sampleIn(measure: Measure, { header, cell }: WaveOfUnit): Sample | null {
  const shown = figuresIn(cell, measure)
  if (!shown || shown.n === null || shown.mean === null) return null
  return shownSample(shown.n, shown.mean, spreadOf(shown, typicalSpread(header.summary.spread, measure)))
}

export function figuresIn(cell: Cell | undefined, { type, id }: Measure): MeasureFigures | undefined {
  return cell?.measures.find((one) => one.type === type && one.id === id)
}

/** Only where both waves can bear it. */
function sizeBetween(measure: Measure, before: WaveOfUnit, now: WaveOfUnit) {
  const n = figuresIn(before.cell, measure)?.n ?? null
  const [a, b] = [sampleIn(measure, before), sampleIn(measure, now)]
  if (!a || !b || mayBeSaid(n, sayableFrom(before.header.policy)).change !== 'size') return null
  const size = hedgesG(a, b)
  return size.ok ? { g: size.value.g, interval: size.value.interval } : null
}
