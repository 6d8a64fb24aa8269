import { err, type Result } from '@chorus/basics/result'
import type { Issuer, Urn } from '@chorus/db/database'
import { stageOf } from '@chorus/db/stores/urn'

/** Said once for each wave: a line for each request would tell when requests came. */
const told = new Set<string>()

/**
 * Why a wave has no keys: it is closed, and they were destroyed; or the vault of an open wave is lost, which the operator
 * must mend. Until then devices keep what they have and ask again.
 */
export async function keysMissing(
  connection: Issuer | Urn,
  wave: string,
): Promise<Result<never, { code: 'unknown-wave' } | { code: 'wave-not-open' } | { code: 'too-busy' }>> {
  const row = await stageOf(connection, wave)
  if (row === null) return err({ code: 'unknown-wave' })
  if (row.stage !== 'open') return err({ code: 'wave-not-open' })
  if (!told.has(wave))
    console.error(
      `The vault holds no keys of the open wave ${wave}. Put them back: chorus vault restore --from FILE`,
    )
  told.add(wave)
  return err({ code: 'too-busy' })
}
