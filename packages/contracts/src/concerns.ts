import { z } from 'zod'
import { organisationId, personId } from './ids.ts'
import { locales } from './locale.ts'
import { textBytes } from './replies.ts'
import { ticketsAMonth } from './ticket-limits.ts'

/** n bytes as base64url without padding. */
const bytes = (n: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((n * 4) / 3)}}$`))

/** A concern on its way takes so many bytes, whatever its length: those that `@chorus/ballot/concern-bytes` writes. */
export const concernBytes = 6140

export const concernMonthId = z.uuid().brand<'ConcernMonthId'>()
export const trustedId = z.uuid().brand<'TrustedId'>()
export const concernId = z.uuid().brand<'ConcernId'>()

/** What all tickets of a month are checked against. Its SHA-256 over the canonical JSON is shown, so that people can compare it. */
export const concernMonth = z.object({
  v: z.literal(1),
  suite: z.literal('ristretto255-SHA512'),
  id: concernMonthId,
  organisation: organisationId,
  /** "2026-03", UTC. */
  month: z.string(),
  /** Public keys of this month alone: of tickets (POPRF), of locked boxes (X25519). */
  pkB: bytes(32),
  pkS: bytes(32),
})
export type ConcernMonth = z.infer<typeof concernMonth>

/** `GET /w/concerns/{organisation}/month`: the same bytes for everybody. */
export const concernMonthAnswer = z.object({ canonical: z.string(), fingerprint: z.string() })
export type ConcernMonthAnswer = z.infer<typeof concernMonthAnswer>

/** `GET /api/my/concern-month`: of whom the keys are to be asked. The first who asks in a month begins it. `collected`: a device of the asker has the tickets. */
export const myConcernMonth = z.object({
  organisation: organisationId,
  month: concernMonthId,
  collected: z.boolean(),
})
export type MyConcernMonth = z.infer<typeof myConcernMonth>

/** `POST /api/my/concern-tickets`, signed in: all tickets of the month at once. Asking again with the same elements gives the same. */
export const ticketRequest = z.object({ blinded: z.array(bytes(32)).length(ticketsAMonth) }).strict()
export type TicketRequest = z.infer<typeof ticketRequest>
export const ticketAnswer = z.object({
  month: concernMonthId,
  evaluations: z.array(z.object({ evaluated: bytes(32), proof: bytes(64) })),
})
export type TicketAnswer = z.infer<typeof ticketAnswer>

/** `POST /u/concerns/{organisation}`, without credentials, once for each ticket; the same again is safe. */
export const concernRequest = z
  .object({
    month: concernMonthId,
    input: bytes(32),
    token: bytes(64),
    trusted: trustedId,
    concern: bytes(concernBytes),
  })
  .strict()
export type ConcernRequest = z.infer<typeof concernRequest>
export type ConcernRequestSent = z.input<typeof concernRequest>

/** The day from which it can be read, from 06:00 on in the organisation's zone. */
export const concernReadable = z.object({ readableOn: z.iso.date() })
export type ConcernReadable = z.infer<typeof concernReadable>

/** `POST /u/concerns/{organisation}/reply`, without credentials: once for each ticket; the same again is safe. */
export const concernReplyRequest = z
  .object({ message: z.uuid(), ticket: bytes(16), text: bytes(textBytes) })
  .strict()
export type ConcernReplyRequest = z.infer<typeof concernReplyRequest>

/** `GET /w/concerns/{organisation}/answers`: all that was said to any sender, the same bytes for everybody. Each opens for one alone. */
export const sealedConcernAnswers = z.object({
  answers: z.array(z.object({ id: z.uuid(), day: z.iso.date(), box: z.string() })),
})
export type SealedConcernAnswers = z.infer<typeof sealedConcernAnswers>

export const concernState = z.enum(['new', 'read', 'in work', 'closed'])
export type ConcernState = z.infer<typeof concernState>

const days = (most: number) => z.int().min(1).max(most)

/** `answerWithinDays`: without an answer for so long the escalation person reads it, too. `eraseAfterDays`: from closing until it is erased. */
export const concernSettings = z.object({ answerWithinDays: days(60), eraseAfterDays: days(730) }).strict()
export type ConcernSettings = z.infer<typeof concernSettings>

export const usualConcernSettings: ConcernSettings = { answerWithinDays: 7, eraseAfterDays: 90 }

/** What somebody who reads concerns is beside it, where a sender may want to know: HR, of the whole or of a part, or administrator. */
export const alsoIs = z.enum(['hr', 'administrator']).nullable()

/** Somebody whom concerns can be sent to. */
export const trustedPerson = z.object({
  id: trustedId,
  name: z.string(),
  office: z.string(),
  about: z.string(),
  languages: z.array(z.enum(locales)),
  escalation: z.string(),
  also: alsoIs,
  escalationAlso: alsoIs,
})
export type TrustedPerson = z.infer<typeof trustedPerson>

/** `GET /api/trusted-persons`: whom concerns can be sent to, by name. `reads`: whether the asker is one of them, or reads what waits for too long. */
export const trustedPersons = concernSettings.extend({
  organisation: organisationId,
  people: z.array(trustedPerson),
  reads: z.boolean(),
})
export type TrustedPersons = z.infer<typeof trustedPersons>

/** `POST /api/trusted-persons`, HR. */
export const nameTrusted = z
  .object({
    person: personId,
    escalation: personId,
    office: z.string().trim().min(1).max(100),
    about: z.string().trim().max(1000),
    languages: z.array(z.enum(locales)).min(1).max(20),
  })
  .strict()
export type NameTrusted = z.infer<typeof nameTrusted>

/** Whether what was asked for holds, or waits for a second person. */
const waits = z.boolean()
/** `POST /api/trusted-persons`. */
export const namedTrusted = z.object({ id: trustedId, waits })
export type NamedTrusted = z.infer<typeof namedTrusted>
/** `DELETE /api/trusted-persons/{trusted}`. */
export const dismissedTrusted = z.object({ waits })
export type DismissedTrusted = z.infer<typeof dismissedTrusted>
/** `PUT /api/concern-settings`: as they hold now. */
export const setConcernSettings = concernSettings.extend({ waits })
export type SetConcernSettings = z.infer<typeof setConcernSettings>

/** One concern in the list of somebody who may read it. */
const listedConcern = z.object({
  id: concernId,
  office: z.string(),
  /** Whether the reader is its trusted person, or reads it because it waited for too long or nobody else is left. */
  as: z.enum(['trusted', 'escalation']),
  /** The day from which it could be read. */
  day: z.iso.date(),
  state: concernState,
  /** The day since which the sender waits for an answer. */
  waitingSince: z.iso.date().nullable(),
  /** The day on which it will be erased. */
  eraseOn: z.iso.date().nullable(),
})
export type ListedConcern = z.infer<typeof listedConcern>

/** `GET /api/concerns`: those that the reader may read, the longest waiting first. */
export const concerns = z.object({ concerns: z.array(listedConcern) })
export type Concerns = z.infer<typeof concerns>

/** `POST /api/concerns/{concern}/read`: what was said so far. The first look tells the sender that it was read. */
export const openedConcern = listedConcern.extend({
  text: z.string(),
  messages: z.array(
    z.object({
      id: z.uuid(),
      by: z.enum(['sender', 'trusted', 'escalation']),
      day: z.iso.date(),
      text: z.string(),
      /** What it said of the state; null for a sender's. */
      state: concernState.nullable(),
    }),
  ),
})
export type OpenedConcern = z.infer<typeof openedConcern>

/** `POST /api/concerns/{concern}/answers`. Closing takes a word to the sender. */
export const concernAnswerRequest = z
  .object({ state: z.enum(['read', 'in work', 'closed']), text: z.string().max(4000) })
  .strict()
export type ConcernAnswerRequest = z.infer<typeof concernAnswerRequest>
