import type { GroupTally } from '@chorus/anonymity/group-tally'
import { publishWave, type ReleaseRefused } from '@chorus/anonymity/publish'
import type { EarlierWave } from '@chorus/anonymity/publish-input'
import { ok, type Result } from '@chorus/basics/result'
import type { Policy } from '@chorus/contracts/policy'
import type { ReleasedWave } from '@chorus/contracts/publish'
import type { UnitRow } from '../csv/read-units.ts'
import type { Answers } from './read-answers.ts'

/** A wave as the files call it, and as it is released. `closed`: ISO date, where known. */
type WaveInFiles = { readonly name: string; readonly id: string; readonly closed: string | null }

export type WavesToPublish = Answers & {
  readonly units: readonly UnitRow[]
  readonly policy: Policy
  /** Oldest first. */
  readonly waves: readonly WaveInFiles[]
  /** What is out already: waves that closed before all of these, and after all of them; oldest first. */
  readonly released?: { readonly before: readonly EarlierWave[]; readonly after: readonly EarlierWave[] }
}

/** Publishes the waves one after the other, oldest first, by the same code as a live wave. The first refusal is the last that comes. */
export function* publishInTurn({
  units,
  policy,
  waves,
  counted,
  invited,
  stayed,
  released = { before: [], after: [] },
}: WavesToPublish): Generator<Result<EarlierWave, ReleaseRefused>, void> {
  const earlier = [...released.before]
  const idOf = new Map(waves.map(({ name, id }) => [name, id]))
  for (const { name, id, closed } of waves) {
    const counts = counted.waves.get(name)
    if (!counts) continue
    const published = publishWave({
      wave: { id, closed },
      units,
      counts,
      invited: invited?.get(name) ?? null,
      policy,
      earlier,
      later: released.after,
      stayed: new Map(
        [...(stayed?.get(name) ?? [])].map(([since, groups]) => [idOf.get(since) ?? since, groups]),
      ),
    })
    if (!published.ok) {
      yield published
      return
    }
    const { wave, ...rest } = published.value
    const asked = { wave: withoutUnasked(wave, counts), ...rest }
    earlier.push(asked)
    yield ok(asked)
  }
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
