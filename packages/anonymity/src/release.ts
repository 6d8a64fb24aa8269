import type { Cell, MeasureFigures, ReleasedUnit, ReleasedWave } from '@chorus/contracts/publish'
import type { Measure } from '@chorus/instruments/score'

/** The only shapes that may leave this package. */
export type { Cell, MeasureFigures, ReleasedUnit, ReleasedWave }

/** The one word for everything hidden: too few, nobody, or hidden to protect a neighbour look the same. */
export function protectedCell(unit: string, cut: Cell['cut'], measures: MeasureFigures[]): Cell {
  return {
    unit,
    cut,
    status: 'protected',
    reason: 'protected',
    n: null,
    invited: null,
    responseRate: null,
    measures,
  }
}

export function protectedMeasure({ type, id }: Pick<Measure, 'type' | 'id'>): MeasureFigures {
  return {
    type,
    id,
    status: 'protected',
    n: null,
    mean: null,
    sd: null,
    interval: null,
    intervalOfInvited: null,
    favourable: null,
    favourableInterval: null,
    answers: null,
    agreement: null,
    change: null,
  }
}
