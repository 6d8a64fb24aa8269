import { present } from '@chorus/basics/assert'
import type { Scale } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { Cell } from '@chorus/contracts/publish'
import type { ScaleTrend, TeamPosition, UnitReport } from '@chorus/contracts/report'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { Measure } from '@chorus/instruments/score'
import { falseShare, familiesOf } from '@chorus/reporting/change-family'
import { mayBeSaid, sayableFrom } from '@chorus/reporting/may-be-said'
import { falseAlarmsInTwelve, shiftSignals } from '@chorus/reporting/shift-signals'
import { teamPosition } from '@chorus/reporting/team-positions'
import type { UnitChange } from '../../access/unit-breaks.ts'
import { unitPast } from '../../access/unit-past.ts'
import { unitTree } from '../../access/unit-tree.ts'
import type { LeafTeams } from './leaf-teams.ts'
import { otherMeasures } from './other-measures.ts'
import type { UnitInTree } from './reportable-units.ts'
import { scaleMeasure } from './scale-measure.ts'
import { figuresIn, sampleIn, trendPoint, type WaveOfUnit } from './trend-point.ts'
import { itemFamily, itemsOf } from './unit-items.ts'
import { unitMap } from './unit-map.ts'
import { unitsAbove } from './units-above.ts'
import { whenProtected } from './when-protected.ts'

/** Cells of the whole unit (no cut) by wave and unit. */
export type CellLookup = (wave: string, unit: string) => Cell | undefined

/** The leaf teams of the newest wave, and of the newest one that asked both scales of the map. */
export type ReportTeams = { readonly newest: LeafTeams; readonly ofMap: LeafTeams | null }

/**
 * The trend of every core scale for one unit and its children, from releases alone, said as far as so many answers can bear. The
 * changes of a wave are judged among all that can be shown of it here: this unit and those directly below, all core scales, whoever
 * reads it. So a figure and a verdict are the same for everybody; only the units around them may be fewer.
 * @param headers the programme's releases, oldest first, at least one
 * @param visible what the reader may see, parents before children
 * @param changes what became of units: whoever reads a unit reads what was released of those that it is made of
 * @returns null when the unit is not among what the reader may see
 */
export function unitReport(
  unitId: string,
  headers: readonly ReleaseHeader[],
  visible: readonly UnitInTree[],
  cellOf: CellLookup,
  teams: ReportTeams,
  changes: readonly UnitChange[] = [],
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
  const below = unitTree(newest.units).below(unitId)
  const children = visible.filter((one) => one.parent === unitId)
  const families = headers.map(({ wave }) =>
    familiesOf(
      scalesIn(
        core,
        [unit, ...below].map(({ id }) => cellOf(wave, id)),
      ),
    ),
  )
  const wavesOf = (id: string): WaveOfUnit[] => {
    const { ids, breaks } = unitPast(id, headers, changes)
    return headers.map((header, at) => ({
      header,
      cell: cellOf(header.wave, ids[at] ?? id),
      isNewGroup: breaks.some(({ wave }) => wave === at),
    }))
  }
  const trendOf = (scale: Scale, id: string, until = headers.length): ScaleTrend => {
    const measure = scaleMeasure(scale)
    const waves = wavesOf(id).slice(0, until)
    return {
      id: scale.id,
      name: scale.name,
      min: measure.min,
      max: measure.max,
      points: waves.map((wave, at) =>
        trendPoint(measure, wave, waves.slice(0, at), present(families[at], 'a wave’s comparisons')),
      ),
      position: until < headers.length ? null : positionOf(measure, waves.at(-1), teams.newest),
    }
  }
  const past = unitPast(unitId, headers, changes)
  const wholePast = wavesOf(unitId)
  // What is said across waves is said of one group of people: since it is what it is.
  const ownWaves = wholePast.slice(Math.max(0, ...past.breaks.map(({ wave }) => wave)))
  const latest = present(ownWaves.at(-1), 'the newest wave')
  const inNewest = (id: string) => cellOf(newest.wave, id)
  const above = unitsAbove(newest, unitId, core.map(scaleMeasure), inNewest)
  return {
    unit: named(unit),
    path: pathTo(unit, byId),
    waves: wholePast.map(({ header, cell }) => waveLine(header, cell)),
    k: newest.policy.k,
    needs: needsOf(newest.policy),
    comparisons: { made: families.at(-1)?.('scale').comparisons ?? 0, falseShare },
    furtherComparisons: { items: itemFamily(latest.cell).comparisons, above: above.comparisons },
    falseSignals: { ofHundred: falseAlarmsInTwelve, waves: 12 },
    map: unitMap(ownWaves, teams.ofMap),
    whenProtected: whenProtected(newest, unitId, inNewest),
    scales: core.map((scale) => ({
      ...trendOf(scale, unitId),
      signals: shiftSignals(ownWaves.flatMap((wave) => sampleIn(scaleMeasure(scale), wave) ?? [])),
      items: itemsOf(scale, latest, ownWaves.slice(0, -1)),
      above: above.of(scale.id),
    })),
    others: otherMeasures(ownWaves),
    past: {
      names: [...past.names],
      breaks: past.breaks.map(({ day, kind, wave, predecessors }) => ({
        day,
        kind,
        predecessors: predecessors.map((before) => ({
          unit: named(before),
          waves: headers.slice(0, wave).map((header) => header.wave),
          scales: core.map((scale) => withoutChanges(trendOf(scale, before.id, wave))),
        })),
      })),
    },
    children: children.map((child) => ({
      unit: named(child),
      hasChildren: visible.some((one) => one.parent === child.id),
      scales: core.map((scale) => trendOf(scale, child.id)),
    })),
  }
}

function withoutChanges(trend: ScaleTrend): ScaleTrend {
  const points = trend.points.map((point) =>
    point.status === 'published' ? { ...point, change: null } : point,
  )
  return { ...trend, points }
}

function needsOf(policy: Policy): UnitReport['needs'] {
  const { change, size, detail } = sayableFrom(policy)
  return { change, size, detail }
}

/** Only leaf teams stand among each other: what lies above them is made of them. */
function positionOf(measure: Measure, newest: WaveOfUnit | undefined, teams: LeafTeams): TeamPosition | null {
  const field = teams.fieldOf(measure.id)
  const sample = newest && sampleIn(measure, newest)
  if (!field || !sample || !teams.isLeaf.has(newest.cell?.unit ?? '')) return null
  const n = figuresIn(newest.cell, measure)?.n ?? null
  const { position } = mayBeSaid(n, sayableFrom(newest.header.policy))
  const stands = teamPosition(sample, field, position)
  return stands && { ...stands, teams: field.teams }
}

/** The figures of these scales and nothing else: a comparison that is not shown does not belong to the family. */
function scalesIn(scales: readonly Scale[], cells: readonly (Cell | undefined)[]) {
  const ids = new Set<string>(scales.map(({ id }) => id))
  return cells.map((cell) => ({
    measures: cell?.measures.filter(({ type, id }) => type === 'scale' && ids.has(id)) ?? [],
  }))
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
    imported: header.source === 'imported',
    n: cell?.n ?? null,
    invited: cell?.invited ?? null,
    responseRate: cell?.responseRate ?? null,
    comments: header.policy.comments === true,
  }
}
