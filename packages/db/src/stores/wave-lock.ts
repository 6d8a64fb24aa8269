import { type SQL, sql } from 'drizzle-orm'
import type { PoolClient } from 'pg'
import type { Issuer, Urn } from '../database.ts'

/**
 * Works in a transaction that holds a wave open. Collecting holds a wave's lock together with others, sealing holds it alone: an answer is
 * either in before the close or refused. An advisory lock, because a row lock would need the right to change the row.
 * The transaction begins and locks in one message; what the work reads afterwards was committed before it got the lock.
 * @param work is given the connection: statements are prepared once for each, since putting one together costs more than
 * running it
 */
export async function whileWaveIsOpen<T>(
  connection: Issuer | Urn,
  waveId: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connection.$client.connect()
  try {
    const key = client.escapeLiteral(waveId)
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`)
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // Whatever state the connection is in, closing it takes the transaction back.
    client.release(true)
    throw error
  }
}

/** The same for work that is done now and then. */
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

/** Held by whoever counts wrong passwords and codes: of many at once each sees those before it. */
export function holdSignInTriesAlone(organisation: string): SQL {
  return sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in tries ${organisation}`}, 0))`
}

/** Held by whoever gives waves their numbers: opening one, and importing earlier ones. */
export function holdProgrammeAlone(programmeId: string): SQL {
  return sql`SELECT pg_advisory_xact_lock(hashtextextended(${`programme ${programmeId}`}, 0))`
}
