import { randomUUID } from 'node:crypto'
import { onServer } from '../../../../packages/db/test/support/test-server.ts'

/** Stands before every name, label and text of the twin. */
export const twinMark = 'Zwilling '

export type Twin = {
  readonly organisation: string
  /** The twin's id in the place of one of the organisation; other words stay as they are. */
  idOf(id: string): string
}

/**
 * Copies an organisation, row by row, to another one of the same installation: the same units, people, addresses and answers under ids of its
 * own, and `twinMark` before all that people read. Written as the owner, past foreign keys.
 */
export async function addTwin(url: string, organisation: string): Promise<Twin> {
  const twin = randomUUID()
  const idOf = (text: string) =>
    text.replace(/[0-9a-f]{8}(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g, 'bbbbbbbb')
  const copied = (row: string) => {
    const other = idOf(row.replaceAll(organisation, '\u0000'))
    const named = other.replace(
      /(\\*")(name|label|title|text|subject|actor|owner_name)\1: ?\1(?!\\*")/g,
      (found) => `${found}${twinMark}`,
    )
    // Secrets are unique in the whole installation, so the twin has others.
    const secret = named.replace(/(?<="token_hash": "\\\\x)[0-9a-f]+/, (hex) => [...hex].reverse().join(''))
    return secret.replaceAll('\u0000', twin)
  }
  await onServer(url, async (client) => {
    await client.query(`SET session_replication_role = 'replica'`)
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    for (const { name } of tables) {
      const key = name === 'organisation' ? 'id' : 'organisation'
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" t WHERE "${key}" = $1`,
        [organisation],
      )
      for (const { row } of rows)
        await client.query(
          `INSERT INTO "${name}" OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(null::"${name}", $1)`,
          [copied(row)],
        )
    }
  })
  return { organisation: twin, idOf }
}
