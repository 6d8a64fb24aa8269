import type { Result } from '@chorus/basics/result'
import type { Database } from '@chorus/db/database'
import { sealWaveRows, tablesEmptiedAtSealing, type WaveKey } from '@chorus/db/stores/sealed-waves'

/**
 * Ends collecting for good. Idempotent: after a crash at any point it can be run again, and does what is left.
 * The rewrite comes after the commit, because only then are the old rows dead.
 */
export async function sealWave(
  database: Database,
  key: WaveKey,
  now: Date,
): Promise<Result<void, { code: 'unknown-wave' }>> {
  const sealed = await sealWaveRows(database.closer, key, now.toISOString().slice(0, 10))
  if (sealed.ok) await database.rewriteTables(tablesEmptiedAtSealing)
  return sealed
}
