import type { ReleaseRefused } from '@chorus/anonymity/publish'
import { ok, type Result } from '@chorus/basics/result'
import type { Instrument } from '@chorus/contracts/instrument'
import type { Release, ReleasedWave } from '@chorus/contracts/publish'
import { publishInTurn, type WavesToPublish } from './publish-in-turn.ts'
import { isDate, orderWaves } from './wave-order.ts'

export type Inputs = Omit<WavesToPublish, 'waves' | 'released'> & { readonly instrument: Instrument }

/** All waves of the files as one release, in the order that their names tell. */
export function publishWaves(inputs: Inputs): Result<Release, ReleaseRefused> {
  const { instrument, policy, units, counted } = inputs
  const names = orderWaves([...counted.waves.keys()])
  const waves: ReleasedWave[] = []
  for (const published of publishInTurn({
    ...inputs,
    waves: names.map((name) => ({ name, id: name, closed: isDate(name) ? name : null })),
  })) {
    if (!published.ok) return published
    waves.push(published.value.wave)
  }
  const tree = units.map(({ id, parent, name }) => ({ id, parent, name }))
  return ok({ format: 'chorus-release/1', instrument, policy, units: tree, waves })
}
