import { err, ok, type Result } from '@chorus/basics/result'
import type { UnitChange, UnitChangeKind } from '@chorus/contracts/organisation-import'

type NamedUnit = { readonly id: string; readonly name: string }
type ById = ReadonlyMap<string, NamedUnit>

export type UnitChangeRefused = { code: 'unknown-unit' | 'unit-change-does-not-fit' }

/** How many units there are before and after, at least and at most. */
const shapes: Record<UnitChangeKind, { from: readonly [number, number]; to: readonly [number, number] }> = {
  renamed: { from: [1, 1], to: [1, 1] },
  moved: { from: [1, 1], to: [1, 1] },
  merged: { from: [2, Number.POSITIVE_INFINITY], to: [1, 1] },
  split: { from: [1, 1], to: [2, Number.POSITIVE_INFINITY] },
  closed: { from: [1, 1], to: [0, 0] },
}

/**
 * A change that says something: as many units as its kind needs, each once, and all of them known. Names are those of the organisation, whatever was sent.
 * @param before units that there were
 * @param after units that there are since
 */
export function checkedUnitChange(
  {
    kind,
    from,
    to,
  }: { readonly kind: UnitChangeKind; readonly from: readonly string[]; readonly to: readonly string[] },
  before: ById,
  after: ById,
): Result<UnitChange, UnitChangeRefused> {
  const sources = from.map((id) => before.get(id))
  const targets = to.map((id) => after.get(id))
  const known = (units: readonly (NamedUnit | undefined)[]) =>
    units.flatMap((unit) => (unit ? [{ id: unit.id, name: unit.name }] : []))
  const change = { kind, from: known(sources), to: known(targets) }
  if (change.from.length < from.length || change.to.length < to.length) return err({ code: 'unknown-unit' })
  const { from: ofSources, to: ofTargets } = shapes[kind]
  return fits(from, ofSources) && fits(to, ofTargets) && saysSomething(change)
    ? ok(change)
    : err({ code: 'unit-change-does-not-fit' })
}

function fits(ids: readonly string[], [least, most]: readonly [number, number]): boolean {
  return new Set(ids).size === ids.length && ids.length >= least && ids.length <= most
}

function saysSomething({ kind, from: [before], to: [after] }: UnitChange): boolean {
  if (kind === 'renamed') return before?.id !== after?.id || before?.name !== after?.name
  return kind !== 'moved' || before?.id === after?.id
}
