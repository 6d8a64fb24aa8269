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
