import { present } from '@chorus/basics/assert'
import { manifest } from '@chorus/contracts/collect'
import type { Policy } from '@chorus/contracts/policy'
import type { Mailer } from '@chorus/db/database'
import { findWaveById } from '@chorus/db/stores/waves'
import { answeringMinutes } from '@chorus/instruments/answering-time'

/** A manifest never changes and may be long: it is read once per process. By organisation and wave. */
const known = new Map<string, AskedInWave>()

type AskedInWave = { readonly policy: Policy; readonly minutes: number }

/** What a wave promised when it opened (from how many answers on it shows anything, and who gets reminders), and how long it takes to answer. */
export async function askedInWave(mailer: Mailer, organisation: string, wave: string): Promise<AskedInWave> {
  const key = `${organisation} ${wave}`
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const row = present(await findWaveById(mailer, wave), 'the wave of a mail')
  const { policy, scales } = manifest.pick({ policy: true, scales: true }).parse(JSON.parse(row.manifest))
  const asked = { policy, minutes: answeringMinutes(scales) }
  known.set(key, asked)
  return asked
}
