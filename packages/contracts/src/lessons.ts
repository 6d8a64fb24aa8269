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
  at: z.iso.datetime(),
  changed: z.boolean(),
  mine: z.boolean(),
})
export type Lesson = z.infer<typeof lesson>

/** `GET /api/lessons`: newest first, a page at a time. */
export const lessons = z.object({
  lessons: z.array(lesson),
  /** Whether there are older ones: they are asked for with `before`. */
  more: z.boolean(),
})
export type Lessons = z.infer<typeof lessons>

export const lessonsQuery = z.object({
  /** Older than this lesson. */
  before: z.uuid().optional(),
})

/** One or two words, in lower case: "hand-over", "release day". */
export const lessonTag = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} -]*$/u)

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
  })
  .strict()
export type WriteLesson = z.infer<typeof writeLesson>
