import { GroupTally } from '@chorus/anonymity/group-tally'
import { present } from '@chorus/basics/assert'
import type { Scale } from '@chorus/contracts/instrument'
import type { OpenedWave } from '@chorus/db/stores/closing'
import type { SealedCohort } from '@chorus/db/stores/sealed-waves'
import { anyBlock } from './cut-counters.ts'

/** Where the answers of cuts count: at the root of the wave's tree, in one category each. */
type Counted = {
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  readonly scales: readonly Scale[]
  readonly cuts: readonly string[]
  readonly cohorts: readonly SealedCohort[]
}

/** The counters of a sealed wave's cuts as a tally of groups. */
export function cutTally(
  { units, scales, cuts, cohorts }: Counted,
  { cutCounts, cutComplete }: Pick<OpenedWave, 'cutCounts' | 'cutComplete'>,
): GroupTally {
  const tally = new GroupTally(
    units.map(({ id }) => id),
    scales,
    cuts,
  )
  const root = units.findIndex(({ parent }) => parent === null)
  for (const { id, dimension, label } of cohorts) {
    if (!cuts.includes(dimension)) continue
    const complete = new Map(
      cutComplete.filter(({ cohort }) => cohort === id).map(({ block, people }) => [block, people]),
    )
    const scores = new Map<string, { distance: number; times: number }[]>()
    for (const { measure, distance, count } of cutCounts.filter(({ cohort }) => cohort === id)) {
      const times = scores.get(measure)
      if (times) times.push({ distance, times: count })
      else scores.set(measure, [{ distance, times: count }])
    }
    tally.addCounted(
      present(root === -1 ? undefined : root, 'the root of the tree of a wave'),
      cuts.map((cut) => (cut === dimension ? label : '')),
      { respondents: complete.get(anyBlock) ?? 0, complete, scores },
    )
  }
  return tally
}
