import { expect, test } from 'vitest'
import { cloneTestDatabase } from './support/test-database.ts'
import { onServer } from './support/test-server.ts'

test('every clone is migrated, and what one test writes no other test sees', async () => {
  const [one, other] = await Promise.all([cloneTestDatabase(), cloneTestDatabase()])
  await onServer(one.url, (client) => client.query('create table scribble ()'))

  const tables = await onServer(other.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    )
    return rows.map(({ name }) => name)
  })

  expect(tables).not.toContain('scribble')
  expect(tables.length).toBeGreaterThan(0)
  await Promise.all([one.drop(), other.drop()])
})
