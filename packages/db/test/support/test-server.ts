import pg from 'pg'

declare module 'vitest' {
  interface ProvidedContext {
    /** `adminUrl` may create databases; `template` is a migrated one to clone. */
    readonly testServer: { readonly adminUrl: string; readonly template: string }
  }
}

/** Runs one piece of work on a connection of its own. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The same server, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}
