import type { ReleasedWave } from '@chorus/contracts/publish'
import { SeededRandom } from '../../src/demo/seeded-random.ts'

/** Where a number stands in a release or in an answer: keys and places from the top down. */
export type NumberAt = { readonly path: readonly string[]; readonly value: number }

/** Every number of a JSON value. */
export function numbersIn(json: unknown, path: readonly string[] = []): NumberAt[] {
  if (typeof json === 'number') return [{ path, value: json }]
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, value]) => numbersIn(value, [...path, key]))
}

const random = new SeededRandom('marks')
let counts = 1_000_000

/**
 * A released wave in which no two numbers are alike, by a hundred-thousandth at most, so that a number on a page says which one it is. Numbers
 * of invited people are whole: they are replaced by ones that occur once.
 */
export function marked(wave: ReleasedWave): ReleasedWave {
  const { cells, organisation } = wave
  return { ...wave, cells: markedIn(cells), organisation: { ...markedIn(organisation), audit: null } }
}

function markedIn<T>(value: T): T {
  const text = JSON.stringify(value, (key, one: unknown) => {
    if (typeof one !== 'number') return one
    if (key !== 'invited') return one + random.uniform() * 1e-5
    counts += 1
    return counts
  })
  return JSON.parse(text)
}
