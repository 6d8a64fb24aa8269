import { and, asc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { mailSettings } from '../schema/mail.ts'
import { organisation, person, unit, unitLead } from '../schema/organisation.ts'
import { isAlsoAdministrator } from './founding.ts'
import { hrUnitsOfPerson, standsInAround, standsInAt } from './further-rights.ts'
import type { KnownPerson } from './known-person.ts'

/**
 * Somebody who is not asking: to know whether something is for that person, before the person is told of it.
 * @returns null where nobody of today has the id
 */
export async function findKnownPerson(
  office: Office,
  organisationId: string,
  id: string,
  now: Date,
): Promise<KnownPerson | null> {
  const led = alias(unit, 'led')
  const rows = await office
    .select({
      person,
      unit: { id: unit.id, name: unit.name },
      organisationName: organisation.name,
      led: { id: led.id, name: led.name },
      hrUnits: hrUnitsOfPerson,
      standsIn: standsInAround(now.toISOString().slice(0, 'yyyy-mm-dd'.length)),
      zone: mailSettings.zone,
      alsoAdministrator: isAlsoAdministrator,
    })
    .from(person)
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .innerJoin(organisation, eq(organisation.id, person.organisation))
    .leftJoin(mailSettings, eq(mailSettings.organisation, person.organisation))
    .leftJoin(unitLead, and(eq(unitLead.organisation, person.organisation), eq(unitLead.person, person.id)))
    .leftJoin(led, and(eq(led.organisation, unitLead.organisation), eq(led.id, unitLead.unit)))
    .where(and(eq(person.organisation, organisationId), eq(person.id, id), isNull(person.eraseOn)))
    .orderBy(asc(led.name))
  const [row] = rows
  if (!row) return null
  const { name, email, role, channel } = row.person
  return {
    organisation: organisationId,
    person: { id, name, email, role, channel, alsoAdministrator: row.alsoAdministrator },
    organisationName: row.organisationName,
    unit: row.unit,
    leads: rows.flatMap((one) => one.led ?? []),
    hrUnits: row.hrUnits,
    standsIn: standsInAt(now, row.zone, row.standsIn),
  }
}
