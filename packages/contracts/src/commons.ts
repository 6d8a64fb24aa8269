import { z } from 'zod'
import {
  author,
  notificationKind,
  notifiedKind,
  place,
  reactionKind,
  subjectKind,
  targetKind,
} from './community.ts'
import { personId, unitId } from './ids.ts'

/** What all parts of the learning loop share: who is mentioned, what one is told of, what HR hides, and what one takes along. */

/** `GET /api/community/people?search=`: colleagues to be mentioned, by name; at most eight. */
export const colleagues = z.object({
  people: z.array(z.object({ id: personId, name: z.string(), unit: z.string() })),
})
export type Colleagues = z.infer<typeof colleagues>
export const colleaguesQuery = z.object({ search: z.string().trim().min(1).max(60) })

/** `GET /api/community/people/names?ids=`: today's names of people who are mentioned; whoever has left is not among them. */
export const namesOfPeople = z.object({ names: z.record(z.string(), z.string()) })
export type NamesOfPeople = z.infer<typeof namesOfPeople>
export const namesQuery = z.object({
  /** Ids with commas between them. */
  ids: z.string().regex(/^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:,|$)){1,50}$/),
})

const aboutSubject = z.object({ kind: subjectKind, id: z.uuid(), title: z.string() })

export const notification = z.object({
  id: z.uuid(),
  what: notificationKind,
  /** Null where it is gone, or no longer for the reader. Feedback has no title. */
  about: aboutSubject.extend({ kind: notifiedKind }).nullable(),
  /** Null where nobody is named, or the person has left. */
  actor: z.string().nullable(),
  at: z.iso.datetime(),
  seen: z.boolean(),
})
export type Notification = z.infer<typeof notification>

/** `GET /api/my/notifications`: the newest hundred. They are kept for 90 days. */
export const notifications = z.object({ notifications: z.array(notification) })
export type Notifications = z.infer<typeof notifications>

/** `GET /api/my/notifications/unseen`, and the answer to what changes it. */
export const unseen = z.object({ unseen: z.int() })
export type Unseen = z.infer<typeof unseen>

/** `POST /api/my/notifications/seen` */
export const markSeen = z.object({ ids: z.array(z.uuid()).max(100) }).strict()

/** On the page and in the weekly mail of whoever gets one; on the page alone; not at all. */
export const toldHow = z.enum(['digest', 'page', 'not at all'])
export type ToldHow = z.infer<typeof toldHow>

/** `GET /api/my/notification-wishes`; `PUT /api/my/notification-wishes/{what}` */
export const notificationWishes = z.object({
  wishes: z.array(z.object({ what: notificationKind, how: toldHow })),
})
export type NotificationWishes = z.infer<typeof notificationWishes>
export const setWish = z.object({ how: toldHow }).strict()

export const reportReason = z.enum(['about a person', 'hurtful', 'blames', 'confidential', 'other'])
export type ReportReason = z.infer<typeof reportReason>

/** `POST /api/community/moderation/{kind}/{id}/reports`: once by each person; HR is not told who. */
export const reportTarget = z.object({ reason: reportReason, words: z.string().trim().max(500) }).strict()
export type ReportTarget = z.infer<typeof reportTarget>

const decision = z.enum(['hide', 'show', 'keep hidden', 'leave'])
export type Decision = z.infer<typeof decision>

/** `GET /api/moderation/waiting`, HR of the whole: on how many texts somebody waits for a decision that the reader may make. */
export const moderationWaiting = z.object({ waiting: z.int() })
export type ModerationWaiting = z.infer<typeof moderationWaiting>

/** `GET /api/moderation`, HR of the whole: what was reported and not decided on, and what is hidden. */
export const moderation = z.object({
  cases: z.array(
    z.object({
      kind: targetKind,
      id: z.uuid(),
      /** Where it stands: for a reply, what it replies to. */
      subject: aboutSubject,
      author,
      /** As it is stored, with mentions by id. */
      texts: z.array(z.string()),
      unit: place,
      reports: z.array(z.object({ reason: reportReason, words: z.string() })),
      hidden: z
        .object({
          reason: z.string(),
          by: z.string().nullable(),
          appeal: z.string().nullable(),
          /** Whether the appeal waits for a decision. */
          waits: z.boolean(),
        })
        .nullable(),
      redacted: z.boolean(),
      mine: z.boolean(),
      /** What the reader may decide: nothing on a text of one's own, and not on an appeal against one's own decision, where there is somebody else. */
      mayDecide: z.array(decision),
    }),
  ),
})
export type Moderation = z.infer<typeof moderation>
export type ModerationCase = Moderation['cases'][number]

/** `PUT /api/moderation/{kind}/{id}`: hide it, show it again, decline the appeal against its hiding, or leave it as it is in spite of reports. */
export const decideOnTarget = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('hide'), reason: z.string().trim().min(5).max(500) }).strict(),
  z.object({ decision: z.enum(['show', 'keep hidden', 'leave']) }).strict(),
])
export type DecideOnTarget = z.infer<typeof decideOnTarget>

/** `POST /api/community/moderation/{kind}/{id}/appeal`: the author's words, once. */
export const appealHiding = z.object({ words: z.string().trim().min(5).max(1000) }).strict()

/** `POST /api/moderation/{kind}/{id}/redactions`: every place in the text with these very words is blacked out for good. */
export const redactTarget = z
  .object({ passage: z.string().trim().min(2).max(500), reason: z.string().trim().min(5).max(300) })
  .strict()
export type RedactTarget = z.infer<typeof redactTarget>

/** `GET /api/my/written`: everything that the reader wrote in the learning loop, newest first, and how the reader reacted to what others wrote. */
export const written = z.object({
  texts: z.array(
    z.object({
      kind: targetKind,
      id: z.uuid(),
      /** Null where what it replies to is gone or no longer for the reader. */
      subject: aboutSubject.nullable(),
      texts: z.array(z.string()),
      at: z.iso.datetime(),
      /** That HR has hidden it, why, and what the reader said against it. */
      hidden: z.object({ reason: z.string(), appeal: z.string().nullable() }).nullable(),
    }),
  ),
  /** `subject` as above. */
  reactions: z.array(z.object({ subject: aboutSubject.nullable(), reaction: reactionKind })),
  followedTags: z.array(z.string()),
  reports: z.array(z.object({ reason: reportReason, words: z.string(), at: z.iso.datetime() })),
})
export type Written = z.infer<typeof written>

/** `GET /api/community/export`: all that a unit and those below it wrote in the learning loop, and how it was received; without `unit`, all units that the reader keeps. */
export const communityExport = z.object({
  /** Null: all units that the reader keeps. */
  unit: place.nullable(),
  items: z.array(
    z.object({
      kind: subjectKind,
      id: z.uuid(),
      unit: z.string(),
      author: z.string().nullable(),
      at: z.iso.datetime(),
      /** As each kind has them, mentions by today's name. */
      content: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
      reactions: z.record(z.string(), z.int()),
      replies: z.array(z.object({ author: z.string().nullable(), at: z.iso.datetime(), text: z.string() })),
    }),
  ),
})
/** `GET /api/community/export/units`: the units that the reader keeps, by name. */
export const keptUnits = z.object({ units: z.array(z.object({ id: unitId, name: z.string() })) })
export type KeptUnits = z.infer<typeof keptUnits>

export const exportQuery = z.object({ unit: unitId.optional() })
