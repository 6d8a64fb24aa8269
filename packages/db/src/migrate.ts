import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))

/** Any number that no other program uses as an advisory lock in this database. */
const migrationLock = 4_861_726_101

/**
 * Brings a database to the newest schema. Several processes may call it at once: the first does the work,
 * the others wait. Needs the right to create roles.
 * @throws when the server cannot be reached, is older than PostgreSQL 15, or refuses a statement
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const version = await client.query<{ server_version_num: string }>('SHOW server_version_num')
    if (Number(version.rows[0]?.server_version_num) < 150_000)
      throw new Error('Chorus needs PostgreSQL 15 or newer. Upgrade the server that DATABASE_URL names.')
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle(client), { migrationsFolder })
  } finally {
    await client.end()
  }
}
