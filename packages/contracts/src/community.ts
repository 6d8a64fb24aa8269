import { z } from 'zod'
import { personId, unitId } from './ids.ts'

/**
 * What can be replied and reacted to: everything of the learning loop that is written in the open, under a name. None of it is near an answer.
 */
export const subjectKind = z.enum([
  'lesson',
  'review',
  'action',
  'experiment',
  'session',
  'session-post',
  'agreement',
  'recognition',
])
export type SubjectKind = z.infer<typeof subjectKind>

/** What can be reported, hidden and blacked out: a subject, or a reply to one. */
export const targetKind = z.enum([...subjectKind.options, 'reply'])
export type TargetKind = z.infer<typeof targetKind>

/**
 * That HR has hidden a text, in the place of the text. For its author with the one appeal that there is: it can be made, it waits, or it was
 * declined; null for all others.
 */
export const hiding = z.object({
  reason: z.string(),
  appeal: z.enum(['possible', 'waits', 'declined']).nullable(),
})
export type Hiding = z.infer<typeof hiding>

/** Who may read it: everybody of the organisation, or the unit with those below it, who leads it or a unit above, and HR. */
export const audience = z.enum(['unit', 'organisation'])
export type Audience = z.infer<typeof audience>

/** Who wrote it, by today's name; null once the person has left: the name goes with the person. */
export const author = z.object({ person: personId, name: z.string() }).nullable()
export type Author = z.infer<typeof author>

/** Where something belongs: a unit by today's name. `id` is null where the unit is gone: what was learned there stays, under its last name. */
export const place = z.object({ id: unitId.nullable(), name: z.string() })
export type Place = z.infer<typeof place>

/** What a reaction says. There is none against anything. */
export const reactionKind = z.enum(['useful', 'thank you', 'same here'])
export type ReactionKind = z.infer<typeof reactionKind>

/** How many said so, and whether the reader did. Nobody is told who. */
const reaction = z.object({ kind: reactionKind, count: z.int(), mine: z.boolean() })

export const reply = z.object({
  id: z.uuid(),
  author,
  /** Persons that it mentions stand as `@[id]`: see `mention-text.ts`. Empty where it is hidden from the reader. */
  text: z.string(),
  at: z.iso.datetime(),
  changed: z.boolean(),
  hidden: hiding.nullable(),
  /** Something in it was blacked out on request. */
  redacted: z.boolean(),
  /** Whether the reader wrote it, and so may change it and take it back. */
  mine: z.boolean(),
})
export type Reply = z.infer<typeof reply>

/** `GET /api/community/{kind}/{id}/thread`: replies, oldest first; and, of the subject itself, whether the reader wrote it and what HR did to it. */
export const thread = z.object({
  subject: z.object({ mine: z.boolean(), hidden: hiding.nullable(), redacted: z.boolean() }),
  reactions: z.array(reaction),
  replies: z.array(reply),
})
export type Thread = z.infer<typeof thread>

const text = z.string().trim().min(1).max(2000)

/** `POST /api/community/{kind}/{id}/replies`, and `PATCH` of one's own */
export const writeReply = z.object({ text }).strict()
export type WriteReply = z.infer<typeof writeReply>

/** `PUT /api/community/{kind}/{id}/reactions/{reaction}` */
export const setReaction = z.object({ on: z.boolean() }).strict()

/** What somebody is told of. The words are stored. */
export const notificationKind = z.enum([
  'reply',
  'mention',
  'hidden',
  'shown again',
  'stays hidden',
  'asked to take part',
  'review moved',
  'action yours',
  'experiment planned',
  'session begun',
  'agreement proposed',
  'agreement in force',
  'recognised',
  'feedback asked',
  'feedback declined',
  'feedback given',
  'feedback answered',
])
export type NotificationKind = z.infer<typeof notificationKind>

/** What it is about: feedback is between two people, and so nothing that others can reply to. */
export const notifiedKind = z.enum([...subjectKind.options, 'feedback'])
export type NotifiedKind = z.infer<typeof notifiedKind>
