import { type SQL, sql } from 'drizzle-orm'

/**
 * Collecting holds a wave's lock together with others, sealing holds it alone: an answer is either in
 * before the close or refused. An advisory lock, because a row lock would need the right to change the row.
 */
export function holdWaveOpen(waveId: string): SQL {
  return sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(${waveId}, 0))`
}

export function holdWaveAlone(waveId: string): SQL {
  return sql`SELECT pg_advisory_xact_lock(hashtextextended(${waveId}, 0))`
}

/** Held by whoever seals: two at once would wait for each other at the urn, which all waves share. */
export function holdTheUrnAlone(): SQL {
  return sql`SELECT pg_advisory_xact_lock(hashtextextended('chorus urn', 0))`
}
