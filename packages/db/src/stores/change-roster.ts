import { err, ok, type Result } from '@chorus/basics/result'
import { eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { organisation } from '../schema/organisation.ts'

export type RosterTransaction = Pick<Office, 'select' | 'insert' | 'update' | 'delete' | 'execute'>

/** A value that only one person may have, and another has. */
export type Taken = { readonly code: 'taken'; readonly what: 'userName' | 'externalId' | 'email' }

/**
 * One change of the roster at a time, as an import does it: so no two wait for each other, and none sees half of another.
 * Sessions and the audit trail go on meanwhile.
 */
export async function changeRoster<T>(
  office: Office,
  organisationId: string,
  work: (tx: RosterTransaction) => Promise<T>,
): Promise<Result<T, Taken>> {
  try {
    return ok(
      await office.transaction(async (tx) => {
        await oneChangeAtATime(tx, organisationId)
        return work(tx)
      }),
    )
  } catch (error) {
    const what = takenBy(error)
    if (what) return err({ code: 'taken', what })
    throw error
  }
}

/** Until the end of the transaction no other one changes the roster. */
export async function oneChangeAtATime(tx: Pick<Office, 'select'>, organisationId: string): Promise<void> {
  await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    // A stronger lock would hold up whatever is written that names the organisation: every sign-in, every line of the trail.
    .for('no key update')
}

const constraints: Readonly<Record<string, Taken['what']>> = {
  person_organisation_external_id_unique: 'externalId',
  person_email_of_today: 'email',
  scim_user_name: 'userName',
}

function takenBy(error: unknown): Taken['what'] | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  const uniqueViolation = '23505'
  return cause instanceof Error && 'code' in cause && cause.code === uniqueViolation && 'constraint' in cause
    ? constraints[String(cause.constraint)]
    : undefined
}
