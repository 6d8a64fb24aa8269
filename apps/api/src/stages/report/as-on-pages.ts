import type { Cell, MeasureFigures, Release } from '@chorus/contracts/publish'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { UnitInTree } from './reportable-units.ts'
import { mapScales, unitMap } from './unit-map.ts'

/**
 * Of a release what the pages of some units show, and nothing else: their core scales in every wave, the statements of these in the newest
 * (mean and agreement), and the second scale of the map where the unit is placed on it (mean and interval). No cut, no unit that the reader may
 * not open, and no name of what lies above.
 * @param cells of whole units in this wave; those of other units are left out
 */
export function asOnPages(
  header: ReleaseHeader,
  cells: readonly Cell[],
  { visible, newest }: { readonly visible: readonly UnitInTree[]; readonly newest: ReleaseHeader },
): Release {
  const mine = new Set(visible.map(({ id }) => id))
  const units = header.units.filter(({ id }) => mine.has(id))
  const place = new Map(units.map(({ id }, at) => [id, at]))
  const shown = cells
    .filter(({ unit, cut }) => place.has(unit) && Object.keys(cut).length === 0)
    .sort((a, b) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0))
    .map((cell) => ({
      ...cell,
      measures: cell.measures.flatMap((figures) => asOnPage(figures, { header, cell, newest }) ?? []),
    }))
  return {
    format: 'chorus-release/1',
    instrument: header.instrument,
    policy: header.policy,
    units,
    waves: [
      {
        id: header.wave,
        label: header.label,
        closed: header.closedOn,
        ...(header.source === 'imported' && { imported: true }),
        cells: shown,
        organisation: { n: null, invited: null, responseRate: null, spread: {}, skipped: [], audit: null },
      },
    ],
  }
}

/** Measures of which pages show less than was released: all but core scales. */
export function shownPartly({ type, id }: MeasureFigures, newest: ReleaseHeader): boolean {
  return type !== 'scale' || !coreOf(newest).has(id)
}

function asOnPage(
  figures: MeasureFigures,
  at: { readonly header: ReleaseHeader; readonly cell: Cell; readonly newest: ReleaseHeader },
): MeasureFigures | null {
  const { header, cell, newest } = at
  if (!shownPartly(figures, newest)) return figures
  if (figures.type === 'item') {
    const isShown = header.wave === newest.wave && itemsOf(newest).has(figures.id)
    return isShown
      ? { ...figures, ...notShown, mean: figures.mean, agreement: figures.agreement, n: figures.n }
      : null
  }
  const onMap = mapScales(header)?.standards.measure.id === figures.id
  if (!onMap || unitMap([{ header, cell }], null)?.points.length !== 1) return null
  return { ...figures, ...notShown, mean: figures.mean, interval: figures.interval }
}

const notShown = {
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

function coreOf({ instrument }: ReleaseHeader): Set<string> {
  return new Set(instrument.scales.flatMap(({ id, role }) => (role === 'core' ? [id] : [])))
}

function itemsOf({ instrument }: ReleaseHeader): Set<string> {
  return new Set(
    instrument.scales.flatMap(({ role, items }) => (role === 'core' ? items.map(({ id }) => id) : [])),
  )
}
