import { present } from '@chorus/basics/assert'
import { err, ok, type Result } from '@chorus/basics/result'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { withinOrganisation } from '../organisation-scope.ts'
import { organisation, person } from '../schema/organisation.ts'
import { recordEvent } from './audit-trail.ts'
import { writeMailSettings } from './mail-settings.ts'
import { applyImport } from './organisation-import.ts'
import { createOrganisation } from './organisations.ts'
import type { PersonToImport } from './roster.ts'
import { listOrganisationIds } from './whose.ts'

export type Founding = {
  readonly id: string
  readonly name: string
  /** Of everybody of whom no file says another one. */
  readonly language: string
  /** IANA name. */
  readonly zone: string
  /** The id of the one unit. */
  readonly root: string
  readonly founder: PersonToImport
}

/**
 * Makes the first organisation of an installation, with one unit and one person, in one transaction. Of two at once exactly one wins: the lock is
 * waited for, and who comes second finds an organisation. Inserts of the command line wait for it, too.
 * @returns the id of the person
 */
export async function foundOrganisation(
  office: Office,
  { id, name, language, zone, root, founder }: Founding,
  now: Date,
): Promise<Result<string, { code: 'already-set-up' }>> {
  return withinOrganisation(id, () =>
    office.transaction(async (tx) => {
      await tx.execute(sql`LOCK TABLE ${organisation} IN SHARE ROW EXCLUSIVE MODE`)
      if ((await listOrganisationIds(tx)).length > 0) return err({ code: 'already-set-up' })
      await createOrganisation(tx, name, id)
      const wanted = { units: [{ id: root, parent: null, name }], people: [founder], history: [] }
      await applyImport(tx, id, wanted, { now, fingerprint: null, undoUntil: null })
      const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.organisation, id))
      const { id: founderId } = present(row, 'the person of a new organisation')
      await tx.update(organisation).set({ language, founder: founderId }).where(eq(organisation.id, id))
      await writeMailSettings(tx, id, { ...usualMailSettings, zone })
      await recordEvent(tx, id, {
        at: now,
        actor: founder.name,
        action: 'organisation set up',
        subject: `${name}; HR and administrator: ${founder.name}`,
      })
      return ok(founderId)
    }),
  )
}

/** The language of people of whom nothing says one. */
export async function usualLanguage(office: Pick<Office, 'select'>, organisationId: string): Promise<string> {
  const [row] = await office
    .select({ language: organisation.language })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  return present(row, 'the organisation that is asked for').language
}

/**
 * Whether the `person` of a query is administrator beside being HR: who set the organisation up, for as long as nobody else is administrator. So the
 * two roles are divided by giving the one to somebody else.
 */
export const isAlsoAdministrator: SQL<boolean> = sql<boolean>`coalesce(
  person.role = 'hr' AND person.id = (SELECT o.founder FROM organisation o WHERE o.id = person.organisation)
  AND NOT EXISTS (
    SELECT FROM person a WHERE a.organisation = person.organisation AND a.role = 'administrator' AND a.erase_on IS NULL
  ), false)`
