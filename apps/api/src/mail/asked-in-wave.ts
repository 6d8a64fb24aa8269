import { present } from '@chorus/basics/assert'
import { manifest } from '@chorus/contracts/collect'
import type { Policy } from '@chorus/contracts/policy'
import type { Mailer } from '@chorus/db/database'
import { findWaveById } from '@chorus/db/stores/waves'

/** A manifest never changes and may be long: it is read once per process. By organisation and wave. */
const known = new Map<string, Policy>()

/** What a wave promised when it opened: from how many answers on it shows anything, and who gets reminders. */
export async function policyOfWave(mailer: Mailer, organisation: string, wave: string): Promise<Policy> {
  const key = `${organisation} ${wave}`
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const row = present(await findWaveById(mailer, wave), 'the wave of a mail')
  const { policy } = manifest.pick({ policy: true }).parse(JSON.parse(row.manifest))
  known.set(key, policy)
  return policy
}
