import { z } from 'zod'
import { audience, author, place } from './community.ts'
import { unitId } from './ids.ts'
import { locales } from './locale.ts'

/** What a learning moment came from. */
export const lessonKind = z.enum(['went well', 'went wrong', 'changed our mind'])
export type LessonKind = z.infer<typeof lessonKind>

/** A learning moment: what happened, told so that others can use it. */
export const lesson = z.object({
  id: z.uuid(),
  kind: lessonKind,
  title: z.string(),
  happened: z.string(),
  learned: z.string(),
  /** What is done differently now; empty where that is open. */
  now: z.string(),
  tags: z.array(z.string()),
  /** The goal or quarter that it belongs to, in words; empty for none. */
  goal: z.string(),
  language: z.enum(locales),
  unit: place,
  audience,
  author,
  /** Somebody who leads tells of a slip of their own. */
  leadersOwn: z.boolean(),
  /** Shown to new joiners. */
  goodExample: z.boolean(),
  /** The review that it came from; null for none. */
  review: z.uuid().nullable(),
  at: z.iso.datetime(),
  changed: z.boolean(),
  mine: z.boolean(),
})
export type Lesson = z.infer<typeof lesson>

/** `GET /api/lessons/{lesson}` */
export const wholeLesson = lesson.extend({
  /** Whether the reader may choose it as a good example: HR, and who leads its unit or one above. */
  mayChoose: z.boolean(),
  /** The review that it came from, by its title; null where there is none, or none for the reader. */
  from: z.object({ id: z.uuid(), title: z.string() }).nullable(),
})
export type WholeLesson = z.infer<typeof wholeLesson>

/** A text in pieces, in order: `hit` marks the words that were looked for. A mention is never cut in two. */
const pieces = z.array(z.object({ text: z.string(), hit: z.boolean() }))
export type Pieces = z.infer<typeof pieces>

/** `GET /api/lessons`: newest first; where words are looked for, best first. A page at a time. */
export const lessons = z.object({
  lessons: z.array(
    lesson.extend({
      /** Where the words stand in it; null where none are looked for. */
      found: z.object({ title: pieces, excerpt: pieces }).nullable(),
    }),
  ),
  /** Whether there are more: they are asked for with `before`, or with `passed` where words are looked for. */
  more: z.boolean(),
})
export type Lessons = z.infer<typeof lessons>
export type ListedLesson = Lessons['lessons'][number]

/** One or two words, in lower case: "hand-over", "release day". */
export const lessonTag = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} -]*$/u)

export const lessonsQuery = z.object({
  /** What to look for: words, "words in a row", -what to leave out. */
  words: z
    .string()
    .trim()
    .max(200)
    // PostgreSQL has no such character.
    .refine((words) => !words.includes('\0'))
    .optional(),
  tag: lessonTag.optional(),
  /** Only what has a tag that the reader follows. */
  followed: z.literal('yes').optional(),
  /** Of this unit or one below. */
  unit: unitId.optional(),
  kind: lessonKind.optional(),
  /** Told on this day (UTC) or later. */
  since: z.iso.date().optional(),
  /** Older than this lesson; without words. */
  before: z.uuid().optional(),
  /** How many were shown already; with words. */
  passed: z.coerce.number().int().min(0).max(500).optional(),
})

/** `GET /api/lessons/filters`: what the newest lessons that the reader may read can be narrowed to. */
export const lessonFilters = z.object({
  /** Most used first. */
  tags: z.array(z.object({ tag: z.string(), count: z.int() })),
  /** The tags that the reader follows, in alphabetical order. */
  followed: z.array(z.string()),
  /** Units with lessons, and those above them, by name. */
  units: z.array(z.object({ id: unitId, name: z.string() })),
})
export type LessonFilters = z.infer<typeof lessonFilters>

/** `PUT /api/followed-tags/{tag}`, `PUT /api/lessons/{lesson}/good-example`, `PUT /api/welcome/finished` */
export const setOn = z.object({ on: z.boolean() }).strict()

/** `GET /api/welcome`: the path for new joiners. */
export const welcome = z.object({
  /** Whether the reader has been through it, or put it away. */
  finished: z.boolean(),
  /** Good examples that the reader may read, newest first; at most five. */
  examples: z.array(lesson),
})
export type Welcome = z.infer<typeof welcome>

const told = z.string().trim().min(1).max(4000)

/** `POST /api/lessons` and `PUT /api/lessons/{lesson}` */
export const writeLesson = z
  .object({
    kind: lessonKind,
    title: z.string().trim().min(1).max(140),
    happened: told,
    learned: told,
    now: z.string().trim().max(4000),
    tags: z.array(lessonTag).max(8),
    goal: z.string().trim().max(140),
    language: z.enum(locales),
    unit: unitId,
    audience,
    leadersOwn: z.boolean(),
    /** Left out, it stays as it is. */
    review: z.uuid().nullable().optional(),
  })
  .strict()
export type WriteLesson = z.infer<typeof writeLesson>
