import { type Compared, compare } from './compare.ts'
import type { DataSets } from './data-sets.ts'
import type { OracleCase } from './oracle-file.ts'
import { statistics } from './registry.ts'
import { Unusable } from './unusable.ts'

export type Outcome = {
  readonly id: string
  readonly statistic: string
  readonly expected: OracleCase['expected']
  /** Everything that was computed; null where the case is unusable. */
  readonly got: Readonly<Record<string, unknown>> | null
  readonly pass: boolean
  readonly compared: readonly Compared[]
  /** Why the case could not be computed. */
  readonly fault: string | null
}

/** Computes one case and holds it against what is expected. A case that cannot be computed does not pass. */
export function runCase({ id, statistic, input, expected, tolerance }: OracleCase, data: DataSets): Outcome {
  try {
    const got = computed(statistic)(input, { data, expected })
    const compared = compare(expected, got, tolerance)
    const pass = compared.every(({ distance }) => distance <= 1)
    return { id, statistic, expected, got, pass, compared, fault: null }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    return { id, statistic, expected, got: null, pass: false, compared: [], fault: error.message }
  }
}

function computed(name: string) {
  const known = statistics.get(name)
  if (known) return known
  throw new Unusable(`the statistic "${name}" is not known; known are ${[...statistics.keys()].join(', ')}`)
}
