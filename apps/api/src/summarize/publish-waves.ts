import type { GroupTally } from '@chorus/anonymity/group-tally'
import { publishWave, type ReleaseRefused } from '@chorus/anonymity/publish'
import type { EarlierWave } from '@chorus/anonymity/publish-input'
import { ok, type Result } from '@chorus/basics/result'
import type { Instrument } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { Release, ReleasedWave } from '@chorus/contracts/publish'
import type { UnitRow } from '../csv/read-units.ts'
import type { Invited } from './read-invited.ts'
import type { CountedWaves } from './read-responses.ts'
import type { Stayed } from './read-stayed.ts'
import { isDate, orderWaves } from './wave-order.ts'

/** Publishes the waves one after the other, oldest first, by the same code as a live wave. */
export function publishWaves(
  instrument: Instrument,
  units: readonly UnitRow[],
  policy: Policy,
  counted: CountedWaves,
  { invited, stayed }: { readonly invited: Invited | null; readonly stayed: Stayed | null },
): Result<Release, ReleaseRefused> {
  const waves: EarlierWave[] = []
  for (const id of orderWaves([...counted.waves.keys()])) {
    const counts = counted.waves.get(id)
    if (!counts) continue
    const published = publishWave({
      wave: { id, closed: isDate(id) ? id : null },
      units,
      counts,
      invited: invited?.get(id) ?? null,
      policy,
      earlier: waves,
      stayed: stayed?.get(id) ?? new Map(),
    })
    if (!published.ok) return published
    const { wave, ...rest } = published.value
    waves.push({ wave: withoutUnasked(wave, counts), ...rest })
  }
  const tree = units.map(({ id, parent, name }) => ({ id, parent, name }))
  return ok({
    format: 'chorus-release/1',
    instrument,
    policy,
    units: tree,
    waves: waves.map(({ wave }) => wave),
  })
}

/** In a file of several waves a rotating scale has empty columns where it was not asked: it is left out there. */
function withoutUnasked(wave: ReleasedWave, counts: GroupTally): ReleasedWave {
  const asked = counts.tally.blocks.filter((_, block) =>
    counts.tally.completeIn(block).some((count) => count > 0),
  )
  if (asked.length === counts.tally.blocks.length) return wave
  const ids = new Set(asked.flatMap((block) => block.measures.map((measure) => measure.id)))
  const cells = wave.cells.map((cell) => ({
    ...cell,
    measures: cell.measures.filter((figures) => ids.has(figures.id)),
  }))
  const { statistics, ...rest } = wave.organisation
  const scales = statistics?.scales.filter(({ scale }) => asked.some(({ id }) => id === scale)) ?? []
  return {
    ...wave,
    cells,
    organisation: { ...rest, ...(statistics && { statistics: { ...statistics, scales } }) },
  }
}
