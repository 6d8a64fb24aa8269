import { z } from 'zod'
import { personId, unitId } from './ids.ts'

/** How long somebody may be stood in for at most, first and last day included. */
export const longestAbsenceDays = 90

const namedUnit = z.object({ id: unitId, name: z.string() })

export const delegation = z.object({
  id: z.uuid(),
  giver: z.string(),
  standIn: z.string(),
  units: z.array(namedUnit),
  /** Both days are in it, by the calendar of the organisation's zone. */
  from: z.iso.date(),
  until: z.iso.date(),
  reason: z.string(),
  /** Whether it gives anything today. */
  isToday: z.boolean(),
})
export type Delegation = z.infer<typeof delegation>

/** `GET /api/delegations`: those that I gave and that I was given; for HR of the whole, all. */
export const delegations = z.object({
  /** The units that I may have somebody stand in for. */
  units: z.array(namedUnit),
  delegations: z.array(delegation),
})
export type Delegations = z.infer<typeof delegations>

/** `POST /api/delegations` */
export const newDelegation = z
  .object({
    standIn: personId,
    units: z.array(unitId).min(1).max(100),
    from: z.iso.date(),
    until: z.iso.date(),
    reason: z.string().trim().max(200).default(''),
  })
  .strict()
export type NewDelegation = z.infer<typeof newDelegation>

/** `GET /api/my/readers`: who reads my team's report today by a right, by name. */
export const myReaders = z.object({
  unit: z.string(),
  readers: z.array(
    z.object({ name: z.string(), as: z.enum(['manager', 'hr', 'stand-in']), for: z.string().nullable() }),
  ),
})
export type MyReaders = z.infer<typeof myReaders>
