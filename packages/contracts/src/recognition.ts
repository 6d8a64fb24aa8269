import { z } from 'zod'
import { audience, author, place } from './community.ts'
import { personId, unitId } from './ids.ts'

/** Thanks in public, to a team or to people: what they did, and what it made possible. Nothing counts how often somebody is thanked. */
export const recognition = z.object({
  id: z.uuid(),
  /** The unit as a team, or people by name; whoever took themselves out, or has left, is not among them. */
  of: z.enum(['team', 'people']),
  people: z.array(z.object({ person: personId, name: z.string() })),
  did: z.string(),
  enabled: z.string(),
  /** A value of the organisation, in one or two words; empty for none. */
  value: z.string(),
  /** The team that is thanked; where people are, the unit of who thanks them. */
  unit: place,
  audience,
  author,
  at: z.iso.datetime(),
  mine: z.boolean(),
  /** Whether the reader is one of the people, and so may step out of it. */
  aboutMe: z.boolean(),
  /** Nobody is named in it any more: only its author still reads it. */
  withdrawn: z.boolean(),
})
export type Recognition = z.infer<typeof recognition>

/** `GET /api/recognitions`: newest first, a page at a time. */
export const recognitions = z.object({
  recognitions: z.array(recognition),
  /** Whether there are older ones: they are asked for with `before`. */
  more: z.boolean(),
})
export type Recognitions = z.infer<typeof recognitions>

export const recognitionsQuery = z.object({
  /** Older than this one. */
  before: z.uuid().optional(),
})

const words = z.string().trim().min(1).max(500)

/** `POST /api/recognitions` */
export const writeRecognition = z
  .object({
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('team'), unit: unitId }).strict(),
      z.object({ kind: z.literal('people'), people: z.array(personId).min(1).max(12) }).strict(),
    ]),
    did: words,
    enabled: words,
    value: z.string().trim().max(40),
    audience,
  })
  .strict()
export type WriteRecognition = z.infer<typeof writeRecognition>

/** `GET /api/recognitions/teams?search=`: to name a team. At most twenty, by name. */
export const foundTeams = z.object({ teams: z.array(z.object({ id: unitId, name: z.string() })) })
export type FoundTeams = z.infer<typeof foundTeams>
