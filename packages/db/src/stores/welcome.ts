import { and, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { welcomeFinished } from '../schema/welcome.ts'

type Joiner = { readonly organisation: string; readonly person: string }

/** Whether somebody has been through the path for new joiners, or put it away. */
export async function hasFinishedWelcome(office: Office, { organisation, person }: Joiner): Promise<boolean> {
  const rows = await office
    .select({ person: welcomeFinished.person })
    .from(welcomeFinished)
    .where(and(eq(welcomeFinished.organisation, organisation), eq(welcomeFinished.person, person)))
  return rows.length > 0
}

/** Doing either twice changes nothing. */
export async function setWelcomeFinished(
  office: Office,
  { organisation, person }: Joiner,
  on: boolean,
): Promise<void> {
  if (on) await office.insert(welcomeFinished).values({ organisation, person }).onConflictDoNothing()
  else
    await office
      .delete(welcomeFinished)
      .where(and(eq(welcomeFinished.organisation, organisation), eq(welcomeFinished.person, person)))
}
