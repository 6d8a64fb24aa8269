import { protectedMeasure } from '@chorus/anonymity/release'
import type { Cell, MeasureFigures, Release } from '@chorus/contracts/publish'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { UnitInTree } from './reportable-units.ts'

/** What the pages of some units show, wave by wave. */
export type Pages = {
  /** Measures of which pages show less than was released: statements. */
  readonly partly: (figures: MeasureFigures) => boolean
  /** @param cells of one wave; those of other units, and cuts, are left out */
  readonly of: (header: ReleaseHeader, cells: readonly Cell[]) => Release
}

/**
 * Reduces releases to what the pages of some units show, and nothing else: their scales and outcomes in every wave, and the statements of a scale in
 * the last wave that asked it, without intervals and shares of answers. No cut, no unit that the reader may not open, and no name of what lies above.
 * @param headers oldest first, at least one
 */
export function asOnPages(visible: readonly UnitInTree[], headers: readonly ReleaseHeader[]): Pages {
  const mine = new Set(visible.map(({ id }) => id))
  const { whole, lastAsked } = shownOf(headers)

  return {
    partly: isStatement,
    of(header, cells) {
      const units = header.units.filter(({ id }) => mine.has(id))
      const place = new Map(units.map(({ id }, at) => [id, at]))
      const shown = cells
        .filter(({ unit, cut }) => place.has(unit) && Object.keys(cut).length === 0)
        .sort((a, b) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0))
        .map((cell) => {
          const measures = cell.measures.flatMap((figures) => {
            if (!isStatement(figures)) return whole.has(figures.id) ? [figures] : []
            return lastAsked.get(figures.id) === header.wave ? [asStatement(figures)] : []
          })
          return { ...cell, measures }
        })
      return releaseOf(header, units, shown)
    },
  }
}

const isStatement = ({ type }: MeasureFigures) => type === 'item'

/** Scales and outcomes that pages show, and for each statement the wave whose figures they show. */
function shownOf(headers: readonly ReleaseHeader[]) {
  const core = new Set(
    headers.at(-1)?.instrument.scales.flatMap(({ id, role }) => (role === 'core' ? [id] : [])),
  )
  const whole = new Set<string>()
  const lastAsked = new Map<string, string>()
  for (const { instrument, wave } of headers)
    for (const { id, role, items } of instrument.scales) {
      if (role === 'outcome') for (const item of items) whole.add(item.id)
      else if (role === 'rotating' || core.has(id)) {
        whole.add(id)
        for (const item of items) lastAsked.set(item.id, wave)
      }
    }
  return { whole, lastAsked }
}

function asStatement(figures: MeasureFigures): MeasureFigures {
  const { status, n, mean, favourable, agreement, change } = figures
  return { ...protectedMeasure(figures), status, n, mean, favourable, agreement, change }
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
