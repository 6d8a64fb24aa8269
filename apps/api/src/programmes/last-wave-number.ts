import type { Office } from '@chorus/db/database'
import { lastImportedNumber } from '@chorus/db/stores/imported-waves'
import { findNewestWave } from '@chorus/db/stores/waves'

/** The number of the programme's newest wave, imported ones included; 0 before the first. The next wave is one more. */
export async function lastWaveNumber(
  office: Office,
  { organisation, id }: { readonly organisation: string; readonly id: string },
): Promise<number> {
  const newest = await findNewestWave(office, organisation, id)
  return Math.max(newest?.number ?? 0, await lastImportedNumber(office, organisation, id))
}
