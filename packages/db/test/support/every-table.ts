import { onServer } from './test-server.ts'

type Columns = {
  /** The column with the organisation. */
  readonly key: string
  /** All columns but those that PostgreSQL fills itself, in a list for SQL. */
  readonly all: string
}

/**
 * One row of each organisation in every table, with the same ids and words in all of them; written past foreign keys, as the owner.
 * @returns the columns of each table
 */
export async function fillEveryTable(
  url: string,
  organisations: readonly string[],
): Promise<Map<string, Columns>> {
  return onServer(url, async (client) => {
    const { rows } = await client.query<{ table: string; columns: { name: string; type: string }[] }>(`
      SELECT c.relname AS table, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
        ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') GROUP BY c.relname`)
    // Neither foreign keys nor triggers: the rows need not make sense.
    await client.query(`SET session_replication_role = 'replica'`)
    const found = new Map<string, Columns>()
    for (const { table, columns } of rows) {
      const key = table === 'organisation' ? 'id' : 'organisation'
      const all = columns.map(({ name }) => `"${name}"`).join(', ')
      for (const organisation of organisations) {
        const values = columns.map(({ name, type }) =>
          name === key ? `'${organisation}'` : somethingOf(type),
        )
        await client.query(
          `INSERT INTO "${table}" (${all}) OVERRIDING SYSTEM VALUE VALUES (${values.join(', ')}) ON CONFLICT DO NOTHING`,
        )
      }
      found.set(table, { key, all })
    }
    return found
  })
}

/** All rows of an organisation, in every table, as text. */
export async function copyOfRows(url: string, organisation: string): Promise<Record<string, string[]>> {
  return onServer(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    )
    const copy: Record<string, string[]> = {}
    for (const { name } of tables) {
      const key = name === 'organisation' ? 'id' : 'organisation'
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM "${name}" t WHERE "${key}" = $1 ORDER BY 1`,
        [organisation],
      )
      copy[name] = rows.map(({ row }) => row)
    }
    return copy
  })
}

function somethingOf(type: string): string {
  if (type.endsWith('[]')) return `'{}'`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'bytea') return `decode(md5(random()::text), 'hex')`
  if (type === 'boolean') return 'true'
  if (type === 'date') return `'2026-03-02'`
  if (type.startsWith('timestamp')) return `'2026-03-02T09:00:00Z'`
  if (type.startsWith('json')) return `'{}'`
  if (type === 'text') return `'same'`
  if (type === 'integer' || type === 'smallint' || type === 'bigint') return '1'
  throw new Error(`say what may stand in a column of the type ${type}`)
}
