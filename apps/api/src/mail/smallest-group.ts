import { present } from '@chorus/basics/assert'
import { manifest } from '@chorus/contracts/collect'
import type { Mailer } from '@chorus/db/database'
import { findWaveById } from '@chorus/db/stores/waves'

/** A manifest never changes and may be long: it is read once per process. */
const known = new Map<string, number>()

/** From how many answers on a wave shows anything. */
export async function smallestGroupOf(mailer: Mailer, wave: string): Promise<number> {
  const remembered = known.get(wave)
  if (remembered !== undefined) return remembered
  const row = present(await findWaveById(mailer, wave), 'the wave of a mail')
  const { k } = manifest.pick({ policy: true }).parse(JSON.parse(row.manifest)).policy
  known.set(wave, k)
  return k
}
