import type { HistoryAnswer, ImportedScaleTrend } from '@chorus/contracts/history'
import type { Instrument, Scale } from '@chorus/contracts/instrument'
import { changedMeasures } from '@chorus/instruments/changed-measures'
import type { PreparedHistory } from './prepare-history.ts'

const mostGone = 20

/** What HR decides by: from releases alone, as everybody will see them. */
export function describeHistory(
  { history, waves }: PreparedHistory,
  programme: { readonly instrument: Instrument },
  today: readonly { readonly id: string }[],
): HistoryAnswer {
  const unitsToday = new Set(today.map(({ id }) => id))
  const gone = history.units.filter(({ id }) => !unitsToday.has(id))
  return {
    waves: waves.map(({ header, cells }) => {
      const shown = cells.filter(({ status }) => status === 'published').length
      return {
        label: header.label,
        closed: header.closedOn,
        answers: header.summary.n,
        shown,
        protected: cells.length - shown,
      }
    }),
    units: {
      inFile: history.units.length,
      today: history.units.length - gone.length,
      gone: gone.slice(0, mostGone).map(({ id, name }) => ({ id, name })),
    },
    scales: history.counted.scales.map((scale) => ({
      id: scale.id,
      name: scale.name,
      trend: trendOf(scale, programme.instrument.scales),
    })),
  }
}

function trendOf(scale: Scale, asked: readonly Scale[]): ImportedScaleTrend {
  if (!asked.some(({ id }) => id === scale.id)) return 'not asked'
  return changedMeasures([scale], asked).has(scale.id) ? 'questions changed' : 'continues'
}
