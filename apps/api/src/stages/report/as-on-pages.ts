import type { Cell, MeasureFigures, Release } from '@chorus/contracts/publish'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { UnitInTree } from './reportable-units.ts'
import { mapScales, unitMap } from './unit-map.ts'

/** What the pages of some units show, wave by wave. */
export type Pages = {
  /** Measures of which pages show less than was released: all but core scales. */
  readonly partly: (figures: MeasureFigures) => boolean
  /** @param cells of one wave; those of other units, and cuts, are left out */
  readonly of: (header: ReleaseHeader, cells: readonly Cell[]) => Release
}

/**
 * Reduces releases to what the pages of some units show, and nothing else: their core scales in every wave, the statements of these in the
 * newest (mean and agreement), and the second scale of the map where the unit is placed on it (mean and interval). No cut, no unit that the
 * reader may not open, and no name of what lies above.
 */
export function asOnPages(visible: readonly UnitInTree[], newest: ReleaseHeader): Pages {
  const mine = new Set(visible.map(({ id }) => id))
  const scales = newest.instrument.scales.filter(({ role }) => role === 'core')
  const core = new Set<string>(scales.map(({ id }) => id))
  const statements = new Set<string>(scales.flatMap(({ items }) => items.map(({ id }) => id)))
  const partly = ({ type, id }: MeasureFigures) => type !== 'scale' || !core.has(id)

  return {
    partly,
    of(header, cells) {
      const units = header.units.filter(({ id }) => mine.has(id))
      const place = new Map(units.map(({ id }, at) => [id, at]))
      const asked = header.wave === newest.wave ? statements : new Set<string>()
      const second = mapScales(header)?.standards.measure.id
      const shown = cells
        .filter(({ unit, cut }) => place.has(unit) && Object.keys(cut).length === 0)
        .sort((a, b) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0))
        .map((cell) => {
          const onMap = unitMap([{ header, cell }], null)?.points.length === 1
          const measures = cell.measures.flatMap((figures) => {
            if (!partly(figures)) return [figures]
            if (asked.has(figures.id)) return [asStatement(figures)]
            return onMap && figures.id === second ? [asPlace(figures)] : []
          })
          return { ...cell, measures }
        })
      return releaseOf(header, units, shown)
    },
  }
}

function asStatement(figures: MeasureFigures): MeasureFigures {
  const { n, mean, agreement } = figures
  return { ...figures, ...nothing, n, mean, agreement }
}

function asPlace(figures: MeasureFigures): MeasureFigures {
  const { mean, interval } = figures
  return { ...figures, ...nothing, mean, interval }
}

const nothing = {
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

/** Of the whole organisation it holds nothing. */
function releaseOf(header: ReleaseHeader, units: Release['units'], cells: Cell[]): Release {
  const { instrument, policy, wave, label, closedOn, source } = header
  const mark = source === 'imported' ? { imported: true as const } : {}
  const organisation = {
    n: null,
    invited: null,
    responseRate: null,
    spread: {},
    skipped: [],
    audit: null,
  }
  return {
    format: 'chorus-release/1',
    instrument,
    policy,
    units,
    waves: [{ id: wave, label, closed: closedOn, ...mark, cells, organisation }],
  }
}
