import type { Scale } from '@chorus/contracts/instrument'
import type { Cell } from '@chorus/contracts/publish'
import type { ItemResult, ScaleTrend, TrendPoint, UnitReport } from '@chorus/contracts/report'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { UnitInTree } from './reportable-units.ts'

/** Cells of the whole unit (no cut) by wave and unit. */
export type CellLookup = (wave: string, unit: string) => Cell | undefined

/**
 * The trend of every core scale for one unit and its children, taken from releases as they are:
 * nothing is computed here, so nothing can be shown that was not released.
 * @param headers the programme's releases, oldest first, at least one
 * @param visible what the reader may see, parents before children
 * @returns null when the unit is not among what the reader may see
 */
export function unitReport(
  unitId: string,
  headers: readonly ReleaseHeader[],
  visible: readonly UnitInTree[],
  cellOf: CellLookup,
):
  | (Omit<UnitReport, 'unit' | 'path' | 'children'> & {
      unit: NamedUnit
      path: NamedUnit[]
      children: { unit: NamedUnit; hasChildren: boolean; scales: ScaleTrend[] }[]
    })
  | null {
  const byId = new Map(visible.map((unit) => [unit.id, unit]))
  const unit = byId.get(unitId)
  const newest = headers.at(-1)
  if (!unit || !newest) return null
  const core = newest.instrument.scales.filter((scale) => scale.role === 'core')
  const trends = (id: string) => core.map((scale) => trendOf(scale, id, headers, cellOf))
  const latest = cellOf(newest.wave, unitId)
  return {
    unit: named(unit),
    path: pathTo(unit, byId),
    waves: headers.map((header) => waveLine(header, cellOf(header.wave, unitId))),
    k: newest.policy.k,
    scales: core.map((scale) => ({
      ...trendOf(scale, unitId, headers, cellOf),
      items: itemsOf(scale, latest),
    })),
    children: visible
      .filter((one) => one.parent === unitId)
      .map((child) => ({
        unit: named(child),
        hasChildren: visible.some((one) => one.parent === child.id),
        scales: trends(child.id),
      })),
  }
}

type NamedUnit = { readonly id: string; readonly name: string }

function named({ id, name }: NamedUnit): NamedUnit {
  return { id, name }
}

function pathTo(unit: UnitInTree, byId: ReadonlyMap<string, UnitInTree>): NamedUnit[] {
  const path: NamedUnit[] = []
  let above = unit.parent === null ? undefined : byId.get(unit.parent)
  while (above) {
    path.unshift(named(above))
    above = above.parent === null ? undefined : byId.get(above.parent)
  }
  return path
}

function waveLine(header: ReleaseHeader, cell: Cell | undefined): UnitReport['waves'][number] {
  return {
    id: header.wave,
    label: header.label,
    closed: header.closedOn,
    n: cell?.n ?? null,
    invited: cell?.invited ?? null,
    responseRate: cell?.responseRate ?? null,
  }
}

function trendOf(
  scale: Scale,
  unit: string,
  headers: readonly ReleaseHeader[],
  cellOf: CellLookup,
): ScaleTrend {
  const [first] = scale.items
  return {
    id: scale.id,
    name: scale.name,
    min: first?.min ?? 1,
    max: first?.max ?? 7,
    points: headers.map((header) => pointOf(scale.id, header.wave, cellOf(header.wave, unit))),
  }
}

/** The statements of a scale as one wave shows them; none where it is protected. */
function itemsOf(scale: Scale, cell: Cell | undefined): ItemResult[] {
  const figures = new Map(cell?.measures.map((measure) => [measure.id, measure]))
  return scale.items.flatMap(({ id, text, reversed }) => {
    const shown = figures.get(id)
    if (!shown || shown.mean === null) return []
    const { mean, agreement, answers } = shown
    return [{ id, text, reversed, mean, agreement, answers }]
  })
}

function pointOf(scale: string, wave: string, cell: Cell | undefined): TrendPoint {
  const shown = cell?.measures.find((measure) => measure.type === 'scale' && measure.id === scale)
  if (shown?.status !== 'published' || shown.n === null || shown.mean === null)
    return { status: 'protected', wave }
  return {
    status: 'published',
    wave,
    n: shown.n,
    mean: shown.mean,
    interval: shown.interval,
    favourable: shown.favourable,
    agreement: shown.agreement,
    change: shown.change && {
      verdict: shown.change.verdict,
      difference: shown.change.difference,
      smallestSeen: shown.change.smallestSeen,
    },
  }
}
