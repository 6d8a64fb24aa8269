import { z } from 'zod'
import { personId, unitId } from './ids.ts'

const namedUnit = z.object({ id: unitId, name: z.string() })

/** The roles that a person can be given; who leads a unit is its manager beside that. */
export const givenRole = z.enum(['employee', 'hr', 'administrator', 'auditor'])
export type GivenRole = z.infer<typeof givenRole>

/** Somebody with more rights than everybody has. */
export const personRights = z.object({
  id: personId,
  name: z.string(),
  email: z.string(),
  unit: z.string(),
  role: givenRole,
  /** Who set the organisation up is administrator beside HR until somebody else is. */
  alsoAdministrator: z.boolean(),
  /** The parts that somebody of HR works for; empty for the whole. */
  hrUnits: z.array(namedUnit),
  leads: z.array(namedUnit),
})
export type PersonRights = z.infer<typeof personRights>

/** `GET /api/rights`, HR of the whole and administrators: everybody with a role or a unit to lead, by name. */
export const allRights = z.object({ people: z.array(personRights), units: z.array(namedUnit) })
export type AllRights = z.infer<typeof allRights>

/** `PUT /api/rights/{person}`: all of it anew. */
export const giveRights = z
  .object({ role: givenRole, hrUnits: z.array(unitId).max(100), leads: z.array(unitId).max(100) })
  .strict()
export type GiveRights = z.infer<typeof giveRights>

/** `waits`: becoming or ceasing to be an auditor waits for a second person; the rest holds. */
export const givenRights = z.object({ waits: z.boolean() })

/** `GET /api/people?search=`: to name somebody. At most twenty, by name. */
export const foundPeople = z.object({
  people: z.array(z.object({ id: personId, name: z.string(), unit: z.string() })),
})
export type FoundPeople = z.infer<typeof foundPeople>
