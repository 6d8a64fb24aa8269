import type pg from 'pg'

/**
 * What other tools do, and what this project must not: answers in a table of their own, under random ids, without a name and
 * without a time, one after the other as they come.
 */
export async function makeNaiveStore(client: pg.Client): Promise<void> {
  await client.query(
    'CREATE TABLE naive_answer (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), team text, answers jsonb)',
  )
}

export async function storeNaively(client: pg.Client, team: string, answers: object): Promise<void> {
  await client.query('INSERT INTO naive_answer (team, answers) VALUES ($1, $2)', [team, answers])
}

/**
 * How sessions and used links stood here before: a row for each device, and a mark on each link that was used. Everybody has been
 * sent a link.
 */
export async function makeNaiveAccess(client: pg.Client, people: Iterable<string>): Promise<void> {
  await client.query(`CREATE TABLE naive_session (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), person uuid,
    generation integer DEFAULT 0, ends_on date DEFAULT '2026-03-15')`)
  await client.query('CREATE TABLE naive_link (person uuid, used boolean DEFAULT false)')
  for (const person of people) await client.query('INSERT INTO naive_link (person) VALUES ($1)', [person])
}

export async function signInNaively(client: pg.Client, person: string): Promise<void> {
  await client.query('INSERT INTO naive_session (person) VALUES ($1)', [person])
  await client.query('UPDATE naive_link SET used = true WHERE person = $1', [person])
}
