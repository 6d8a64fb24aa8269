import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { ApartPool } from './apart-pool.ts'

/** The roles that migrations make: each stage works with the rights it needs, and no others. */
export type DatabaseRole = 'office' | 'mailer' | 'issuer' | 'urn' | 'closer' | 'reporter' | 'jobs'

export type Connection<Role extends DatabaseRole> = NodePgDatabase & {
  readonly role: Role
  readonly $client: pg.Pool
}
export type Office = Connection<'office'>
export type Mailer = Connection<'mailer'>
export type Issuer = Connection<'issuer'>
export type Urn = Connection<'urn'>
export type Closer = Connection<'closer'>
export type Reporter = Connection<'reporter'>
/** Owns the tables of the job queue, and reads nothing else. */
export type Jobs = Connection<'jobs'>

/** One pool per role. A store takes the connection of its stage, so that a wrong one does not compile. */
export type Database = {
  readonly office: Office
  readonly mailer: Mailer
  readonly issuer: Issuer
  readonly urn: Urn
  readonly closer: Closer
  readonly reporter: Reporter
  readonly jobs: Jobs
  /**
   * Rewrites the files of tables whose rows were deleted, so that nothing old stays readable on the disk, and asks for a checkpoint,
   * after which the write-ahead log of before is not needed any more. A login without that right leaves it to the server.
   */
  rewriteTables(names: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** The mailer's is for twice as many as it sends at a time: each mail holds its row, and meanwhile stores its link. */
const poolSizes = { office: 8, mailer: 8, issuer: 10, urn: 20, closer: 2, reporter: 8, jobs: 6 } as const

export type DatabaseOptions = {
  /** Told when an idle connection is lost; the pool makes a new one by itself. */
  readonly onConnectionLost?: (role: DatabaseRole, error: Error) => void
  /** For tests and tools of one organisation: in whose name they ask outside of any `withinOrganisation`. A server has none. */
  readonly organisation?: string
}

/** @param url a migrated database; the login must be a member of these roles */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pools: pg.Pool[] = []
  let closing = false
  function connect<Role extends DatabaseRole>(role: Role): Connection<Role> {
    const config = {
      connectionString: url,
      max: poolSizes[role],
      // Prepared statements are planned anew each time: a plan that was made while a table was small would stay when a wave has filled it.
      options: `-c role=chorus_${role} -c plan_cache_mode=force_custom_plan`,
      application_name: `chorus ${role}`,
    }
    // The queue is one for all organisations, and its role reads no table of any.
    const pool = role === 'jobs' ? new pg.Pool(config) : new ApartPool(config, options.organisation)
    pool.on('error', (error) => {
      if (!closing) options.onConnectionLost?.(role, error)
    })
    // A connection that is lost while it is held, as those of the job queue are, fails whoever uses it: nothing is to be told twice.
    pool.on('connect', (client) => client.on('error', () => undefined))
    pools.push(pool)
    return Object.assign(drizzle(pool), { role })
  }
  return {
    office: connect('office'),
    mailer: connect('mailer'),
    issuer: connect('issuer'),
    urn: connect('urn'),
    closer: connect('closer'),
    reporter: connect('reporter'),
    jobs: connect('jobs'),
    async rewriteTables(names) {
      const owner = new pg.Client({ connectionString: url })
      await owner.connect()
      try {
        for (const name of names) await owner.query(`VACUUM FULL ${owner.escapeIdentifier(name)}`)
        await owner.query('CHECKPOINT').catch(unlessNotAllowed)
      } finally {
        await owner.end()
      }
    },
    async close() {
      closing = true
      await Promise.all(pools.map((pool) => pool.end()))
    },
  }
}

function unlessNotAllowed(error: unknown): void {
  const insufficientPrivilege = '42501'
  if (!(error instanceof Error && 'code' in error && error.code === insufficientPrivilege)) throw error
}
