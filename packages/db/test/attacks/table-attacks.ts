import type pg from 'pg'
import type { Recogniser } from './marked-answers.ts'

/** Orders of answers that an attacker can read, by the name of the attack; values are owners, known to the judge. */
export type FoundOrders = ReadonlyMap<string, readonly string[]>

/**
 * Everything a superuser's queries tell about the order of rows with readable answers, in every table there is: by each column,
 * place (ctid), writing transaction (xmin), a dump's order, and each page with its dead rows.
 */
export async function ordersInTables(client: pg.Client, recognise: Recogniser): Promise<FoundOrders> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pageinspect')
  const found = new Map<string, string[]>()
  for (const table of await listTables(client)) {
    // No ORDER BY: rows as a dump writes them.
    const { rows } = await client.query<{ content: string; ctid: string; xmin: string }>(
      `SELECT t::text AS content, ctid::text, xmin::text, to_jsonb(t) AS columns FROM ${table} AS t`,
    )
    const owned = rows.flatMap((row) => recognise.inText(row.content).map((person) => ({ ...row, person })))
    const say = (attack: string, order: readonly { person: string }[]) => {
      if (order.length > 1) found.set(`${table} ${attack}`, [...new Set(order.map(({ person }) => person))])
    }
    say('dump', owned)
    say(
      'ctid',
      sortBy(owned, ({ ctid }) => placeOf(ctid)),
    )
    say(
      'xmin',
      sortBy(owned, ({ xmin }) => Number(xmin)),
    )
    for (const column of Object.keys(columnsOf(owned[0])))
      say(
        `column ${column}`,
        sortBy(owned, (row) => JSON.stringify(columnsOf(row)[column])),
      )
    const dead = await rowsInPages(client, table)
    const inPages = dead.flatMap((row) => recognise.inBytes(row.data).map((person) => ({ ...row, person })))
    say('pages', inPages)
    // A page is filled from its end: the offset tells the order even where line pointers were used again.
    say(
      'pages by offset',
      sortBy(inPages, ({ page, offset }) => page * 2 ** 16 - offset),
    )
    say(
      'pages by xmin',
      sortBy(inPages, ({ xmin }) => xmin),
    )
  }
  return found
}

async function listTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

export type PageRow = {
  readonly page: number
  readonly offset: number
  readonly xmin: number
  readonly data: Buffer
}

/** Every row version that is still in a table's pages, the dead ones too, as pageinspect sees them. */
export async function rowsInPages(client: pg.Client, table: string): Promise<PageRow[]> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pageinspect')
  const { rows } = await client.query<PageRow>(
    `SELECT page::int, lp_off::int AS "offset", t_xmin::text::float8 AS xmin, t_data AS data
     FROM generate_series(0, pg_relation_size($1::text::regclass) / current_setting('block_size')::int - 1) AS page,
          LATERAL heap_page_items(get_raw_page($1::text, 'main', page)) WHERE t_data IS NOT NULL
     ORDER BY page, lp`,
    [table],
  )
  return rows
}

type Owned = {
  content: string
  ctid: string
  xmin: string
  person: string
  columns?: Record<string, unknown>
}
const columnsOf = (row: Owned | undefined): Record<string, unknown> => row?.columns ?? {}

/** A new list; rows that are equal stay as they stand. */
function sortBy<T>(rows: readonly T[], key: (row: T) => number | string): T[] {
  const keyed = rows.map((row) => ({ row, key: key(row) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ row }) => row)
}

function placeOf(ctid: string): number {
  const [page = 0, item = 0] = ctid.slice(1, -1).split(',').map(Number)
  return page * 2 ** 16 + item
}
