import { addUpToZero, balancedSets } from './balanced-sets.ts'
import { dependentSets } from './dependent-sets.ts'
import type { Finding, FindingKind } from './finding.ts'
import { type Layer, layersOf, type PersonType } from './layers.ts'
import { kernelVectors } from './modular-kernel.ts'
import { People } from './people.ts'
import { seededRandom } from './random.ts'
import type { Snapshot, Truth } from './snapshot-format.ts'

/**
 * The structural attack: shown sums are taken as exact and added and subtracted with any coefficients. Whatever set of
 * 1 to k - 1 people such a combination can be narrowed down to is found, whoever they are: complete for k up to 6.
 */
export function findSmallSets(snapshot: Snapshot, truth: Truth, atMost = 20): Finding[] {
  return layersOf(snapshot, truth).flatMap((layer) => {
    const vectors = kernelOf(layer.types, layer.shown.length)
    const sizes = layer.types.map((type) => type.people.length)
    const room = snapshot.k - 1
    const groups = balancedSets(vectors, sizes, room).slice(0, atMost)
    const combinations = dependentSets(vectors, sizes, { room, atMost })
    return [
      ...hiddenCells(layer, vectors, new People(truth), room),
      ...groups.map((set) => findingOf('small-group', layer, set)),
      ...combinations.map((set) => findingOf('small-combination', layer, set)),
    ]
  })
}

/** Sets of 1 to `room` people whose sum follows exactly from exact sums of `rows` cells, as sets of person ids. */
export function exactGroups(types: readonly PersonType[], rows: number, room: number): string[][] {
  const sizes = types.map((type) => type.people.length)
  return balancedSets(kernelOf(types, rows), sizes, room).map((set) => peopleOf(types, set))
}

function kernelOf(types: readonly PersonType[], rows: number): number[][] {
  return kernelVectors(
    types.map((type) => type.cells),
    rows,
    seededRandom(types.length),
  )
}

function hiddenCells(
  layer: Layer,
  vectors: readonly (readonly number[])[],
  people: People,
  room: number,
): Finding[] {
  const counted = people.counted(layer.wave, layer.item)
  return layer.hidden.flatMap((cell) => {
    const inside = new Set(counted.filter((person) => people.isIn(person, cell)).map((person) => person.pid))
    if (inside.size === 0 || inside.size > room) return []
    const set = layer.types.flatMap((type, i) => (type.people.every((pid) => inside.has(pid)) ? [i] : []))
    const isWholeTypes = peopleOf(layer.types, set).length === inside.size
    if (!isWholeTypes || !addUpToZero(vectors, set)) return []
    return [{ ...findingOf('hidden-cell', layer, set), detail: `${layer.statistic} of ${cell.id}` }]
  })
}

function findingOf(kind: FindingKind, layer: Layer, set: readonly number[]): Finding {
  const detail = `${layer.statistic} of ${set.length} kinds of people`
  return { kind, wave: layer.wave, item: layer.item, people: peopleOf(layer.types, set), detail }
}

function peopleOf(types: readonly PersonType[], set: readonly number[]): string[] {
  return set.flatMap((i) => types[i]?.people ?? [])
}
