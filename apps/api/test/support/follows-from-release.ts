import { shownSample, spreadOf } from '@chorus/anonymity/shown-sample'
import { typicalSpread } from '@chorus/anonymity/typical-spread'
import { present } from '@chorus/basics/assert'
import type { MeasureFigures, ReleasedWave } from '@chorus/contracts/publish'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { Sample } from '@chorus/psychometrics/moments'
import { changeFamily } from '@chorus/reporting/change-family'
import { sayableFrom } from '@chorus/reporting/may-be-said'
import { partAndWhole } from '@chorus/reporting/part-and-whole'
import { shiftSignals } from '@chorus/reporting/shift-signals'
import { teamField } from '@chorus/reporting/team-positions'
import type { PlaceInAnswer } from './place-in-answer.ts'

/** What was released, oldest first, and the units that the answer is about. */
export type Released = {
  readonly headers: readonly ReleaseHeader[]
  readonly waves: readonly ReleasedWave[]
  /** Units that a page about many lists. */
  readonly listed: readonly string[]
}

export function newestOf({ headers }: Released): ReleaseHeader {
  return present(headers.at(-1), 'the newest release')
}

export function formatOf(all: Released, measure: string | null): { min: number; max: number } {
  const scales = newestOf(all).instrument.scales
  const items = scales.flatMap((scale) =>
    scale.items.filter((item) => scale.id === measure || item.id === measure),
  )
  const { min, max } = present(items[0], `the format of ${measure}`)
  return { min, max }
}

export function scaleIds(all: Released, ...roles: string[]): string[] {
  return newestOf(all).instrument.scales.flatMap(({ id, role }) => (roles.includes(role) ? [id] : []))
}

export function depthOf(unit: string | undefined, all: Released): number {
  const parents = new Map<string, string | null>(newestOf(all).units.map(({ id, parent }) => [id, parent]))
  let depth = 0
  for (let up = parents.get(unit ?? ''); up != null; up = parents.get(up))
    if (all.listed.includes(up)) depth += 1
  return depth
}

export function figures(
  { waves }: Released,
  wave: string,
  unit: string,
  measure: string | null,
): MeasureFigures | undefined {
  const cells = waves.find(({ id }) => id === wave)?.cells
  const cell = cells?.find((one) => one.unit === unit && Object.keys(one.cut).length === 0)
  return cell?.measures.find(({ id }) => id === measure)
}

function spread(all: Released, wave: string, found: MeasureFigures): number {
  const header = present(
    all.headers.find((one) => one.wave === wave),
    'the release of a wave',
  )
  const measure = { type: found.type, id: found.id, ...formatOf(all, found.id) }
  return spreadOf(found, typicalSpread(header.summary.spread, measure))
}

export function sample(all: Released, wave: string, unit: string, measure: string | null): Sample | null {
  const found = figures(all, wave, unit, measure)
  if (!found || found.n === null || found.mean === null) return null
  return shownSample(found.n, found.mean, spread(all, wave, found))
}

export function courseOf(all: Released, unit: string, measure: string | null) {
  return shiftSignals(all.headers.flatMap(({ wave }) => sample(all, wave, unit, measure) ?? []))
}

export function leaves(all: Released): string[] {
  const { units } = newestOf(all)
  return units.flatMap(({ id }) => (units.some(({ parent }) => parent === id) ? [] : [id]))
}

export function fieldOf(all: Released, measure: string | null) {
  const { wave } = newestOf(all)
  return teamField(leaves(all).flatMap((unit) => sample(all, wave, unit, measure) ?? []))
}

export function changesOf(
  all: Released,
  wave: string,
  units: readonly string[],
  which: 'item' | readonly string[],
) {
  const cells = all.waves.find(({ id }) => id === wave)?.cells ?? []
  return cells
    .filter(({ unit, cut }) => units.includes(unit) && Object.keys(cut).length === 0)
    .flatMap(({ measures }) => measures)
    .filter(({ type, id }) => (which === 'item' ? type === 'item' : type !== 'item' && which.includes(id)))
    .flatMap(({ change }) => change ?? [])
}

/**
 * What a comparison is judged among. On the page of a unit: its statements; its scales that take turns and its outcomes; or the core
 * scales of the unit and those below. On pages about many units: all scales of all that are listed.
 */
export function familyAround({ path, page, wave, measure }: PlaceInAnswer, all: Released) {
  const [core, rotating] = [scaleIds(all, 'core'), scaleIds(all, 'rotating')]
  const outcomes = newestOf(all).instrument.scales.flatMap(({ role, items }) =>
    role === 'outcome' ? items.map(({ id }) => id) : [],
  )
  if (path[0] === 'rows' || path[0] === 'shifts')
    return changeFamily(changesOf(all, wave, all.listed, [...core, ...rotating]))
  if (path.includes('items') && measure !== null) return changeFamily(changesOf(all, wave, [page], 'item'))
  if (path.includes('others')) return changeFamily(changesOf(all, wave, [page], [...rotating, ...outcomes]))
  if (all.listed.length > 0) return changeFamily(changesOf(all, wave, all.listed, [...core, ...rotating]))
  const below = newestOf(all).units.flatMap(({ id, parent }) => (parent === page ? [id] : []))
  return changeFamily(changesOf(all, wave, [page, ...below], core))
}

export function comparedWith(part: string, whole: string, measure: string | null, all: Released) {
  const { wave, policy } = newestOf(all)
  const [one, other] = [part, whole].map((unit) => {
    const found = figures(all, wave, unit, measure)
    if (!found || found.n === null || found.mean === null) return null
    return { n: found.n, mean: found.mean, spread: spread(all, wave, found) }
  })
  return one && other ? partAndWhole(one, other, sayableFrom(policy).change) : null
}

/** A unit beside the one above and the whole organisation, on all core scales. */
export function aboveFamily(unit: string, all: Released) {
  const { units } = newestOf(all)
  const parent = units.find(({ id }) => id === unit)?.parent
  const root = units.find((one) => one.parent === null)?.id
  const places = new Set(parent ? [parent, root ?? parent] : [])
  const compared = [...places].flatMap((place) =>
    scaleIds(all, 'core').flatMap((measure) => comparedWith(unit, place, measure, all) ?? []),
  )
  return changeFamily(compared)
}

export function inside(thing: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    thing,
  )
}
