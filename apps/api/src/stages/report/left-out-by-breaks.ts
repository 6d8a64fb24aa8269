import type { OrganisationOverview } from '@chorus/contracts/report-across-units'
import { changedMeasures } from '@chorus/instruments/changed-measures'
import type { UnitBreaks } from '../../access/unit-breaks.ts'
import type { JudgedWave } from './judged-wave.ts'
import type { UnitInTree } from './reportable-units.ts'
import type { WaveCells } from './wave-cells.ts'
import type { WaveOfUnits } from './wave-of-units.ts'

type Named = OrganisationOverview['shifts']['leftOut'][number]
export type LeftOut = Omit<Named, 'unit'> & { unit: { id: string; name: string } }

/**
 * Units whose figures of the newest wave are shown and stand beside nothing, because of a break since the wave that showed them last: so nobody
 * takes a unit that cannot be compared for one in which nothing moved. A unit that shows nothing is not named here.
 * @param waves oldest first
 * @param judged the newest of them
 * @param breaks of the same waves
 */
export function leftOutByBreaks(
  waves: readonly WaveOfUnits[],
  visible: readonly UnitInTree[],
  judged: JudgedWave,
  breaks: UnitBreaks,
): LeftOut[] {
  const newest = waves.length - 1
  const scalesNow = waves[newest]?.header.instrument.scales ?? []
  const askedOtherwise = waves.map(({ header }) => changedMeasures(header.instrument.scales, scalesNow))
  const why = (unit: string, scale: string): LeftOut['because'] | null => {
    if (judged.figuresOf(unit, scale).status === 'protected') return null
    const before = waves.slice(0, newest).findLastIndex(({ cells }) => shows(cells, unit, scale))
    if (breaks.between(unit, before, newest)) return 'new-group'
    return askedOtherwise[before]?.has(scale) ? 'other-questions' : null
  }
  return visible.flatMap(({ id, name }) =>
    (['new-group', 'other-questions'] as const).flatMap((because) => {
      const scales = judged.scales.flatMap((scale) => (why(id, scale.id) === because ? [scale.id] : []))
      return scales.length === 0 ? [] : [{ unit: { id, name }, because, scales }]
    }),
  )
}

function shows(cells: WaveCells, unit: string, scale: string): boolean {
  const figures = cells.get(unit)?.measures.find(({ type, id }) => type === 'scale' && id === scale)
  return figures?.status === 'published'
}
