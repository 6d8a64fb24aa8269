import type { Cell } from '@chorus/contracts/publish'
import type { Reporter } from '@chorus/db/database'
import { listWaveCells, type ReleaseHeader } from '@chorus/db/stores/releases'
import type { Sample } from '@chorus/psychometrics/moments'
import { type TeamField, teamField } from '@chorus/reporting/team-positions'
import { scaleMeasure } from './scale-measure.ts'
import { sampleIn } from './trend-point.ts'

/** What the shown leaf teams of one wave say together. */
export type LeafTeams = {
  /** Units with nothing below them. */
  readonly isLeaf: ReadonlySet<string>
  readonly fieldOf: (scale: string) => TeamField | null
  /** Shown means of two scales, of every leaf team in which both are shown. */
  readonly pairs: (one: string, other: string) => [number, number][]
}

const unitsAtOnce = 1000
/** Releases never change, so what follows from them is worked out once. A few are enough: newest waves are read, old ones hardly. */
const wavesKept = 8

/** Reads the shown figures of all leaf teams of a wave, in batches: nothing of a cell is kept but number, mean and spread. */
export function leafTeamsReader(reporter: Reporter): (header: ReleaseHeader) => Promise<LeafTeams> {
  const known = new Map<string, Promise<LeafTeams>>()
  return (header) => {
    const key = JSON.stringify([header.organisation, header.wave])
    const found = known.get(key)
    if (found) return found
    const reading = readLeafTeams(reporter, header)
    known.set(key, reading)
    reading.catch(() => known.delete(key))
    const [oldest] = known.keys()
    if (known.size > wavesKept && oldest !== undefined) known.delete(oldest)
    return reading
  }
}

async function readLeafTeams(reporter: Reporter, header: ReleaseHeader): Promise<LeafTeams> {
  const parents = new Set(header.units.map(({ parent }) => parent))
  const leaves = header.units.flatMap(({ id }) => (parents.has(id) ? [] : [id]))
  const samples = new Map<string, Map<string, Sample>>()
  for (let start = 0; start < leaves.length; start += unitsAtOnce)
    addSamples(
      samples,
      header,
      await listWaveCells(reporter, header, leaves.slice(start, start + unitsAtOnce)),
    )
  return leafTeams(leaves, samples)
}

/** Scale -> unit -> what a reader may take its shown figures for. */
type Samples = Map<string, Map<string, Sample>>

function addSamples(samples: Samples, header: ReleaseHeader, cells: readonly Cell[]): void {
  for (const scale of header.instrument.scales) {
    if (scale.role === 'outcome') continue
    const units = samples.get(scale.id) ?? new Map<string, Sample>()
    samples.set(scale.id, units)
    for (const cell of cells) {
      const sample = sampleIn(scaleMeasure(scale), { header, cell })
      if (sample) units.set(cell.unit, sample)
    }
  }
}

export function leafTeams(leaves: readonly string[], samples: Samples): LeafTeams {
  const fields = new Map([...samples].map(([scale, units]) => [scale, teamField([...units.values()])]))
  return {
    isLeaf: new Set(leaves),
    fieldOf: (scale) => fields.get(scale) ?? null,
    pairs: (one, other) =>
      [...(samples.get(one) ?? [])].flatMap(([unit, { mean }]): [number, number][] => {
        const second = samples.get(other)?.get(unit)
        return second ? [[mean, second.mean]] : []
      }),
  }
}
