import { z } from 'zod'
import { author, hiding, place } from './community.ts'
import { unitId } from './ids.ts'

/**
 * How far a session is. Quiet: everybody writes, and reads only what is their own. Open: all of it is read, under names, and talked
 * about. Closed: the summary is written, which stays when the posts are erased.
 */
export const reflectionState = z.enum(['quiet', 'open', 'closed'])
export type ReflectionState = z.infer<typeof reflectionState>

/** What came of a session. Read by whoever reads the unit's affairs, HR included, and not only by who took part. */
const summary = z.object({ heard: z.string(), doing: z.string(), on: z.iso.date() })

/** A session in a list. */
export const reflectionEntry = z.object({
  id: z.uuid(),
  unit: place,
  title: z.string(),
  facilitator: author,
  state: reflectionState,
  begun: z.iso.datetime(),
  /** When it opens by itself; null where the facilitator opens it. */
  quietUntil: z.iso.datetime().nullable(),
  /** Proposed again after so many weeks; null: held once. */
  everyWeeks: z.int().nullable(),
  /** The day for which the next one is proposed; null where none is, or where a later one was held. */
  nextOn: z.iso.date().nullable(),
  summary: summary.nullable(),
  /** Whether the reader takes part: is in the unit or below it, leads it, or stands in for who leads it. */
  takesPart: z.boolean(),
})
export type ReflectionEntry = z.infer<typeof reflectionEntry>

/** `GET /api/reflections`: newest first, a page at a time. To who takes no part, a session is there once it has a summary. */
export const reflections = z.object({ sessions: z.array(reflectionEntry), more: z.boolean() })
export type Reflections = z.infer<typeof reflections>

export const reflectionsQuery = z.object({
  /** Older than this session. */
  before: z.uuid().optional(),
  /** Only of this unit. */
  unit: unitId.optional(),
})

const post = z.object({
  id: z.uuid(),
  /** Which prompt it answers, from 0. */
  prompt: z.int(),
  author,
  /** Empty where it is hidden from the reader. */
  text: z.string(),
  hidden: hiding.nullable(),
  /** Something in it was blacked out on request. */
  redacted: z.boolean(),
  changed: z.boolean(),
  mine: z.boolean(),
  likes: z.object({ count: z.int(), mine: z.boolean() }),
  replies: z.int(),
})
export type ReflectionPost = z.infer<typeof post>

/** `GET /api/reflections/{session}` */
export const reflection = reflectionEntry.extend({
  prompts: z.array(z.string()),
  /** Days after the summary on which posts are erased. */
  keepDays: z.int(),
  /** The day on which they are erased; null before the summary. */
  postsUntil: z.iso.date().nullable(),
  mayFacilitate: z.boolean(),
  /** How many people have written; null for who takes no part. */
  writers: z.int().nullable(),
  /** By prompt, oldest first; the reader's own alone while it is quiet; null for who takes no part. */
  posts: z.array(post).nullable(),
})
export type Reflection = z.infer<typeof reflection>

/** `GET /api/reflections/units`: units in which the reader takes part, and those below that nobody else leads. */
export const reflectionUnits = z.object({
  units: z.array(
    z.object({
      id: unitId,
      name: z.string(),
      mayBegin: z.boolean(),
      /** Whether the reader says who begins sessions here: leads the unit or one above it. */
      leads: z.boolean(),
      everybodyBegins: z.boolean(),
    }),
  ),
})
export type ReflectionUnits = z.infer<typeof reflectionUnits>

const minutesInTwoWeeks = 14 * 24 * 60

/** `POST /api/reflections` */
export const beginReflection = z
  .object({
    unit: unitId,
    title: z.string().trim().min(1).max(140),
    prompts: z
      .array(z.string().trim().min(1).max(300))
      .min(1)
      .max(8)
      .refine((prompts) => new Set(prompts).size === prompts.length, { message: 'a prompt stands twice' }),
    /** Null: until the facilitator opens it. */
    quietMinutes: z.int().min(5).max(minutesInTwoWeeks).nullable(),
    everyWeeks: z.int().min(1).max(26).nullable(),
    keepDays: z.int().min(7).max(365),
  })
  .strict()
export type BeginReflection = z.infer<typeof beginReflection>

const postText = z.string().trim().min(1).max(2000)

/** `POST /api/reflections/{session}/posts` */
export const writePost = z.object({ prompt: z.int().min(0), text: postText }).strict()

/** `PATCH /api/reflections/{session}/posts/{post}` */
export const changePost = z.object({ text: postText }).strict()

/** `PUT /api/reflections/{session}/summary` */
export const writeSummary = z
  .object({ heard: z.string().trim().min(1).max(4000), doing: z.string().trim().max(4000) })
  .strict()
export type WriteSummary = z.infer<typeof writeSummary>

/** `PUT /api/reflections/units/{unit}`: whether everybody in it begins sessions, and not only who leads it. */
export const setWhoBegins = z.object({ everybodyBegins: z.boolean() }).strict()
