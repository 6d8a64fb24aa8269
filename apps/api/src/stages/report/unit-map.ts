import type { ClimateMap, PlacedOnMap } from '@chorus/contracts/report'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { Measure } from '@chorus/instruments/score'
import { climateZone, cutOf } from '@chorus/reporting/climate-zone'
import { mayBeSaid, sayableFrom } from '@chorus/reporting/may-be-said'
import { overlapLimit, scaleOverlap } from '@chorus/reporting/scale-overlap'
import type { LeafTeams } from './leaf-teams.ts'
import { scaleMeasure } from './scale-measure.ts'
import { figuresIn, type WaveOfUnit } from './trend-point.ts'

const safetyScale = 'psychological-safety'
const standardsScale = 'standards'

/** The two scales of the map where a wave asked both in one format. */
export function mapScales({ instrument }: ReleaseHeader) {
  const [safety, standards] = [safetyScale, standardsScale].map((id) =>
    instrument.scales.find((scale) => scale.id === id && scale.role !== 'outcome'),
  )
  if (!safety || !standards) return null
  const [one, other] = [scaleMeasure(safety), scaleMeasure(standards)]
  return one.min === other.min && one.max === other.max
    ? { safety: { name: safety.name, measure: one }, standards: { name: standards.name, measure: other } }
    : null
}

/**
 * Safety beside standards in every wave that asked both and may show both here.
 * @param teams the leaf teams of the newest wave that asked both
 * @returns null where no wave asked both
 */
export function unitMap(waves: readonly WaveOfUnit[], teams: LeafTeams | null): ClimateMap | null {
  const scales = waves.flatMap(({ header }) => mapScales(header) ?? []).at(-1)
  if (!scales) return null
  const { min, max } = scales.safety.measure
  const cut = cutOf({ min, max })
  const overlap = teams && scaleOverlap(teams.pairs(safetyScale, standardsScale))
  return {
    safety: scales.safety.name,
    standards: scales.standards.name,
    min,
    max,
    cut,
    points: waves.flatMap((wave) => {
      const safety = placedIn(wave, scales.safety.measure)
      const standards = placedIn(wave, scales.standards.measure)
      if (!safety || !standards) return []
      const zone = climateZone(safety.interval, standards.interval, cut)
      return [{ wave: wave.header.wave, safety, standards, zone }]
    }),
    overlap: overlap && {
      r: overlap.r,
      interval: overlap.interval,
      units: overlap.pairs,
      limit: overlapLimit,
    },
  }
}

function placedIn({ header, cell }: WaveOfUnit, measure: Measure): PlacedOnMap | null {
  const figures = figuresIn(cell, measure)
  if (!figures || !mayBeSaid(figures.n, sayableFrom(header.policy)).mean) return null
  const { mean, interval } = figures
  return mean === null || interval === null ? null : { mean, interval }
}
