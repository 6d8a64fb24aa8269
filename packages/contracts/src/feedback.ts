import { z } from 'zod'
import { personId } from './ids.ts'

/**
 * Feedback between two people, both of whom know the other's name. Nobody else reads it, whatever the role.
 * The four parts follow situation - behaviour - impact (Center for Creative Leadership: Weitzel 2000, "Feedback That Works"), with a wish at its end.
 */
export const feedbackWords = z.object({
  /** What was asked; empty where nobody asked. */
  question: z.string(),
  situation: z.string(),
  behaviour: z.string(),
  effect: z.string(),
  /** Empty where there is none. */
  wish: z.string(),
})
export type FeedbackWords = z.infer<typeof feedbackWords>

const colleague = z.object({ person: personId, name: z.string() })

const feedback = z.object({
  id: z.uuid(),
  /** The other one of the two; null once that person has left. */
  with: colleague.nullable(),
  on: z.iso.date(),
  /** Opened by who received it: from then on it cannot be taken back. */
  read: z.boolean(),
  helpful: z.boolean(),
  thanked: z.boolean(),
})

/** The words are not among what is listed: opening them tells the giver that they were read. */
export const receivedFeedback = feedback
export type ReceivedFeedback = z.infer<typeof receivedFeedback>
export const givenFeedback = feedback.extend({ words: feedbackWords })
export type GivenFeedback = z.infer<typeof givenFeedback>

export const feedbackRequest = z.object({
  id: z.uuid(),
  /** Of one's own: who is asked. Of another: who asks. */
  with: colleague,
  question: z.string(),
  on: z.iso.date(),
  /** Null while it waits for an answer. */
  declined: z.object({ words: z.string() }).nullable(),
})
export type FeedbackRequest = z.infer<typeof feedbackRequest>

/** `GET /api/my/feedback`: newest first. */
export const myFeedback = z.object({
  received: z.array(receivedFeedback),
  given: z.array(givenFeedback),
  askedOfMe: z.array(feedbackRequest),
  asked: z.array(feedbackRequest),
})
export type MyFeedback = z.infer<typeof myFeedback>

const part = z.string().trim().min(1).max(1000)
const atWill = z.string().trim().max(1000)

/** `POST /api/feedback`: `request` where it was asked for, `receiver` where it was not. */
export const giveFeedback = z
  .object({
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), receiver: personId }).strict(),
      z.object({ kind: z.literal('request'), request: z.uuid() }).strict(),
    ]),
    situation: part,
    behaviour: part,
    effect: part,
    wish: atWill,
  })
  .strict()
export type GiveFeedback = z.infer<typeof giveFeedback>

export const mostAsked = 5

/** `POST /api/feedback/requests` */
export const askForFeedback = z
  .object({ people: z.array(personId).min(1).max(mostAsked), question: z.string().trim().min(1).max(500) })
  .strict()
export type AskForFeedback = z.infer<typeof askForFeedback>

/** `POST /api/feedback/requests/{request}/decline` */
export const declineFeedback = z.object({ words: atWill }).strict()

/** `PATCH /api/feedback/{feedback}`, by who received it */
export const answerFeedback = z
  .object({ helpful: z.boolean().optional(), thanked: z.boolean().optional() })
  .strict()
export type AnswerFeedback = z.infer<typeof answerFeedback>
