import { count, eq, sql } from 'drizzle-orm'
import type { Mailer } from '../database.ts'
import { noReminders } from '../schema/mail.ts'
import { person } from '../schema/organisation.ts'

/** The encrypted block of an organisation; null before its first. */
export async function readNoReminders(
  mailer: Pick<Mailer, 'select'>,
  organisation: string,
): Promise<Buffer | null> {
  const [row] = await mailer.select().from(noReminders).where(eq(noReminders.organisation, organisation))
  return row?.block ?? null
}

/**
 * Replaces the block of an organisation; two changes at once wait for each other.
 * @param change is given the block of before and how many people are on the roster, which decides how long a block is
 */
export async function changeNoReminders(
  mailer: Mailer,
  organisation: string,
  change: (block: Buffer | null, people: number) => Buffer,
): Promise<void> {
  await mailer.transaction(async (tx) => {
    await tx.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`no reminders ${organisation}`}, 0))`,
    )
    const before = await readNoReminders(tx, organisation)
    const [roster] = await tx
      .select({ people: count(person.id) })
      .from(person)
      .where(eq(person.organisation, organisation))
    const block = change(before, roster?.people ?? 0)
    if (before === null) await tx.insert(noReminders).values({ organisation, block })
    else await tx.update(noReminders).set({ block }).where(eq(noReminders.organisation, organisation))
  })
}
