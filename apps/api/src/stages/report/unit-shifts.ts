import type { OrganisationOverview } from '@chorus/contracts/report-across-units'
import { surerFirst } from '@chorus/reporting/change-certainty'
import { falseAlarmsInTwelve, shiftSignals } from '@chorus/reporting/shift-signals'
import type { UnitBreaks } from '../../access/unit-breaks.ts'
import { type JudgedWave, scalesAsked } from './judged-wave.ts'
import { type LeftOut, leftOutByBreaks } from './left-out-by-breaks.ts'
import type { UnitInTree } from './reportable-units.ts'
import { scaleMeasure } from './scale-measure.ts'
import { sampleIn } from './trend-point.ts'
import type { WaveOfUnits } from './wave-of-units.ts'

type Shifts = OrganisationOverview['shifts']
type Found = Omit<Shifts['found'][number], 'unit'> & { unit: { id: string; name: string } }

/**
 * Where something moved: a change that stays one among all comparisons of the wave, or a newest wave that lies outside of what the unit's
 * own waves do by themselves. Surest changes first; what is unusual without a change stands behind them.
 * @param waves oldest first, at least one
 * @param judged the newest of them
 * @param breaks of the same waves: a unit’s own waves are those since its last one
 */
export function unitShifts(
  waves: readonly WaveOfUnits[],
  visible: readonly UnitInTree[],
  judged: JudgedWave,
  breaks: UnitBreaks,
): Omit<Shifts, 'found' | 'leftOut'> & { found: Found[]; leftOut: LeftOut[] } {
  const newest = waves.at(-1)?.header
  const core = newest ? scalesAsked(newest).filter(({ role }) => role === 'core') : []
  let courses = 0
  const signalsOf = (unit: string, scale: string) => {
    const asked = core.find(({ id }) => id === scale)
    if (!asked || judged.figuresOf(unit, scale).status === 'protected') return null
    const measure = scaleMeasure(asked)
    const signals = shiftSignals(
      waves
        .slice(breaks.of(unit).at(-1) ?? 0)
        .flatMap(({ header, cells }) => sampleIn(measure, { header, cell: cells.get(unit) }) ?? []),
    )
    if (signals.status !== 'judged') return null
    courses += 1
    return signals.side === null ? null : signals
  }
  const found = visible.flatMap(({ id, name }) =>
    judged.scales.flatMap((scale) => {
      const figures = judged.figuresOf(id, scale.id)
      const signals = signalsOf(id, scale.id)
      const certainty = judged.certaintyOf(id, scale.id)
      const change = certainty.called && figures.status === 'published' ? figures.change : null
      return change || signals
        ? [{ certainty, shift: { unit: { id, name }, scale: scale.id, change, signals } }]
        : []
    }),
  )
  return {
    comparisons: judged.comparisons,
    signals: { judged: courses, ofHundred: falseAlarmsInTwelve, waves: 12 },
    found: found.sort((a, b) => surerFirst(a.certainty, b.certainty)).map(({ shift }) => shift),
    leftOut: leftOutByBreaks(waves, visible, judged, breaks),
  }
}
