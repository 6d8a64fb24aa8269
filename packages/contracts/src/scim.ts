import { z } from 'zod'

export const scimTokenId = z.uuid().brand<'ScimTokenId'>()
export type ScimTokenId = z.infer<typeof scimTokenId>

/** What an identity provider changed in its last busy hour, as counts. */
const scimWork = z.object({
  joined: z.int(),
  left: z.int(),
  moved: z.int(),
  changed: z.int(),
  units: z.int(),
})

/** A token as the administrator sees it: never its secret. */
const scimToken = z.object({
  id: scimTokenId,
  name: z.string(),
  /** Set once another took its place. */
  endsAt: z.iso.datetime().nullable(),
  /** The day (UTC) of its last request; null: it was never used. */
  lastUsedOn: z.iso.date().nullable(),
  work: scimWork.nullable(),
})

export const scimSettings = z
  .object({
    /** Which attribute says to which unit a person belongs. */
    unitsFrom: z.enum(['groups', 'department']),
    /** HR may change by hand what comes from SCIM. */
    unlocked: z.boolean(),
  })
  .strict()
export type ScimSettings = z.infer<typeof scimSettings>

/** The answer to `PUT /api/scim/settings`: those that hold, which are the old ones while the new ones wait for a second person. */
export const setScimSettings = z.object({ settings: scimSettings, waits: z.boolean() })
export type SetScimSettings = z.infer<typeof setScimSettings>

/** Attributes of a User that may feed a cut. `locality`, `region` and `country` are those of the address of type work. */
export const scimCutSources = [
  'userType',
  'department',
  'division',
  'costCenter',
  'organization',
  'locality',
  'region',
  'country',
] as const
const scimCutSource = z.enum(scimCutSources)
export type ScimCutSource = z.infer<typeof scimCutSource>

/** `PUT /api/scim/cuts`: which attribute feeds which cut; each cut is fed by one attribute at most. */
export const newScimCuts = z
  .object({
    cuts: z.partialRecord(scimCutSource, z.string().trim().min(1).max(100)).refine((cuts) => {
      const names = Object.values(cuts)
      return new Set(names).size === names.length
    }, 'a cut is fed by one attribute'),
  })
  .strict()

/** The answer to it. */
export const scimCuts = z.object({ cuts: z.partialRecord(scimCutSource, z.string()) })
export type ScimCuts = z.infer<typeof scimCuts>

/** `GET /api/scim/cuts`: also the cuts that people have today, with their values: those of most people first, and how many there are in all. */
export const scimCutsNow = scimCuts.extend({
  now: z.array(
    z.object({
      cut: z.string(),
      values: z.array(z.object({ value: z.string(), people: z.int() })),
      inAll: z.int(),
    }),
  ),
})
export type ScimCutsNow = z.infer<typeof scimCutsNow>

/** `GET /api/scim`. */
export const scimConnection = z.object({ tokens: z.array(scimToken), settings: scimSettings })
export type ScimConnection = z.infer<typeof scimConnection>

/** `POST /api/scim/tokens`. */
export const newScimToken = z.object({ name: z.string().trim().min(1).max(100) }).strict()

/** The answer to it. The secret is said this once: only its hash is kept. While it waits for a second person, it opens nothing. */
export const madeScimToken = scimToken.extend({ secret: z.string(), waits: z.boolean() })
export type MadeScimToken = z.infer<typeof madeScimToken>
