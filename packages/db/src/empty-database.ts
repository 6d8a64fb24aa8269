import pg from 'pg'

/** Deletes every row of every organisation. For a demo that was interrupted while it was being filled. */
export async function emptyDatabase(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    // The urn hangs on no other table.
    await owner.query('TRUNCATE organisation, urn CASCADE')
  } finally {
    await owner.end()
  }
}
