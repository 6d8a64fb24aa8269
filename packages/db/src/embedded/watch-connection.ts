import pg from 'pg'

/** How to reach a server: a socket folder as host, or on Windows the loopback address. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password?: string
}

/**
 * One connection that every process using an embedded server keeps for as long as it uses it. It tells when the server
 * is lost, also to those who did not start it, and shows the others that the server is still in use.
 */
export interface WatchConnection {
  readonly client: pg.Client
  isSharedWithOthers(): Promise<boolean>
  close(): Promise<void>
}

const watcherName = 'chorus supervisor'

export async function openWatch(address: ServerAddress, onLost: () => void): Promise<WatchConnection> {
  const client = new pg.Client({
    ...address,
    database: 'postgres',
    ssl: false,
    application_name: watcherName,
    connectionTimeoutMillis: 10_000,
  })
  let over = false
  // An error on an idle connection is followed by its end; without a listener it would end this process.
  client.on('error', () => {})
  await client.connect()
  client.on('end', () => {
    if (!over) onLost()
    over = true
  })
  return {
    client,
    isSharedWithOthers: async () => {
      if (over) return false
      const { rowCount } = await client.query(
        'select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
        [watcherName],
      )
      return (rowCount ?? 0) > 0
    },
    close: async () => {
      over = true
      await client.end().catch(() => {})
    },
  }
}
