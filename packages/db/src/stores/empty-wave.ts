import { getTableName, sql } from 'drizzle-orm'
import type { Closer } from '../database.ts'
import type { urn } from '../schema/collect.ts'
import type { sealedComment } from '../schema/seal.ts'

/**
 * Empties a table of a wave: a new file where no other wave has rows, so that nothing stays readable on the disk, else only this wave's rows.
 * Waves of all organisations share the table, and the closer sees only those of one: PostgreSQL itself looks for others.
 */
export async function emptyWave(
  tx: Pick<Closer, 'execute'>,
  table: typeof urn | typeof sealedComment,
  { organisation, wave }: { readonly organisation: string; readonly wave: string },
): Promise<void> {
  await tx.execute(sql`SELECT chorus_empty_wave(${getTableName(table)}, ${organisation}, ${wave})`)
}
