import { present } from '@chorus/basics/assert'
import { manifest } from '@chorus/contracts/collect'
import type { Mailer } from '@chorus/db/database'
import { findWaveById } from '@chorus/db/stores/waves'

/** A manifest never changes and may be long: it is read once per process. By organisation and wave. */
const known = new Map<string, number>()

/** From how many answers on a wave shows anything. */
export async function smallestGroupOf(mailer: Mailer, organisation: string, wave: string): Promise<number> {
  const key = `${organisation} ${wave}`
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const row = present(await findWaveById(mailer, wave), 'the wave of a mail')
  const { k } = manifest.pick({ policy: true }).parse(JSON.parse(row.manifest)).policy
  known.set(key, k)
  return k
}
