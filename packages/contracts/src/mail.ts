import { z } from 'zod'
import { waveId } from './ids.ts'

/** Why nothing is sent at the moment. */
export const mailTrouble = z.enum([
  'not-reached',
  'sign-in-refused',
  'not-encrypted',
  'sender-refused',
  'busy',
  'key-missing',
])
export type MailTrouble = z.infer<typeof mailTrouble>

/** `left`: how many mails of one order are not sent yet. `dropped`: their quiet hours lasted until the close. */
const mailing = z.object({ people: z.int(), left: z.int(), dropped: z.int() })

/**
 * `GET /api/waves/{wave}/mails`, HR: where the mails of an open wave stand. `people` are all who are invited online; nothing in here depends on who
 * answered, or on who wants reminders.
 */
export const mailsOfWave = z.object({
  setUp: z.boolean(),
  people: z.int(),
  invitation: mailing.nullable(),
  /** `left` is null where some are, and how many would tell how many have answered. */
  reminders: z.array(mailing.extend({ left: z.int().nullable() })),
  /** Who gets a reminder, as the manifest says it. */
  remindersTo: z.enum(['everybody', 'not-collected']),
  /** How many more reminders this wave may have. */
  remindersLeft: z.int().min(0),
  /** Whose invitation the mail server refused for good, or mails to whose address come back. Of reminders this is not said. */
  refused: z.array(
    z.object({ name: z.string(), email: z.string(), reason: z.enum(['address', 'mail', 'returned']) }),
  ),
  trouble: mailTrouble.nullable(),
})
export type MailsOfWave = z.infer<typeof mailsOfWave>

/** `POST /api/waves/{wave}/mails`, HR. `refused` sends invitations again that were refused. */
export const orderMailsRequest = z.object({ kind: z.enum(['invitation', 'reminder', 'refused']) }).strict()

/** `POST /api/session/link`: the answer is the same for every address, also for one that nobody has. */
export const linkRequest = z
  .object({ email: z.string().trim().min(3).max(320), wave: waveId.optional() })
  .strict()
/** The answer to it. The code is for whoever opens the link in another browser than the one that asked. */
export const linkAsked = z.object({ code: z.string() })
export type LinkAsked = z.infer<typeof linkAsked>
/** `GET /api/session/link`: whether links can be asked for. */
export const linkOffer = z.object({ offered: z.boolean() })

/** What mails can be about that somebody may want none of. */
export const mailTopic = z.enum(['reminders', 'results', 'actions', 'digest'])
export type MailTopic = z.infer<typeof mailTopic>
export const mailTopics = mailTopic.options
/** What comes to those alone who asked for it; everything else comes to all who did not say no. */
export const isAskedFor = (topic: MailTopic): boolean => topic === 'digest'

/** `PUT /api/reminders/{token}`, by a link, and `/api/my/reminders?topic=`, signed in: whether such mails are sent. */
export const remindersRequest = z.object({ wanted: z.boolean() }).strict()
/** The answer, and that of `GET`. */
export const reminders = z.object({ topic: mailTopic, wanted: z.boolean() })
export type Reminders = z.infer<typeof reminders>
export const reminderToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** `GET /api/waves/{wave}/poster`, HR: what a poster says, and for which places posters can be made. */
export const posterFacts = z.object({
  label: z.string(),
  closes: z.iso.datetime(),
  k: z.int(),
  /** To answer, reckoned. */
  minutes: z.int(),
  /** Whether some groups answer with sheets of paper, at a shared device. */
  sheets: z.boolean(),
  cuts: z.array(z.object({ cut: z.string(), values: z.array(z.string()) })),
})
export type PosterFacts = z.infer<typeof posterFacts>
