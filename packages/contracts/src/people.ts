import { z } from 'zod'
import { personId, unitId } from './ids.ts'

const text = z.string().trim().min(1).max(200)

/** What HR writes of a person. Rules of addresses and languages are those of the import. */
export const personFields = z
  .object({
    /** The organisation's own id for the person. */
    externalId: text,
    name: text,
    email: z.string().trim().toLowerCase().max(254),
    unit: unitId,
    role: z.enum(['employee', 'hr', 'administrator', 'auditor']),
    language: z.string().trim().max(35),
    channel: z.enum(['online', 'paper']),
    cuts: z.record(text, text),
    leads: z.array(unitId).max(100),
  })
  .strict()
export type PersonFields = z.input<typeof personFields>

/** `GET /api/people`: a page of the roster, by name; for HR of a part, of that part. */
export const peopleQuery = z.object({
  /** Part of a name, an address or an id. */
  search: z.string().trim().max(200).default(''),
  /** `left`: who left and is not erased yet. */
  state: z.enum(['here', 'left']).default('here'),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

export const listedPerson = z.object({
  id: personId,
  externalId: z.string(),
  name: z.string(),
  email: z.string(),
  unit: unitId,
  unitName: z.string(),
  role: z.enum(['employee', 'hr', 'administrator', 'auditor']),
  language: z.string(),
  channel: z.enum(['online', 'paper']),
  cuts: z.record(z.string(), z.string()),
  leads: z.array(unitId),
  /** The day (UTC) on which somebody who left is erased. */
  eraseOn: z.iso.date().nullable(),
  /** Name, address, id, unit and leaving come from an identity provider, and cannot be changed here. */
  locked: z.boolean(),
  /** False for HR of a part where somebody has rights that reach further. */
  mayChange: z.boolean(),
})
export type ListedPerson = z.infer<typeof listedPerson>

export const peoplePage = z.object({
  total: z.int(),
  /** How many a page has at most. */
  pageSize: z.int(),
  people: z.array(listedPerson),
})
export type PeoplePage = z.infer<typeof peoplePage>

/** `POST /api/units`; `PATCH /api/units/:unit` changes one or both. */
export const newUnit = z.object({ name: text, parent: unitId }).strict()
export const unitChange = newUnit.partial()
export type UnitChange = z.infer<typeof unitChange>

/** `POST /api/units/:unit/join`: people and units below go to another unit, and this one is gone. */
export const unitJoin = z.object({ into: unitId }).strict()
