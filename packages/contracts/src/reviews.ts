import { z } from 'zod'
import { action, addAction } from './actions.ts'
import { audience, author, place } from './community.ts'
import { personId, unitId } from './ids.ts'
import { locales } from './locale.ts'

/** A draft is for those who take part, one in review for the unit, a shared one for its audience. */
const reviewState = z.enum(['draft', 'in review', 'shared'])
export type ReviewState = z.infer<typeof reviewState>

/** What a factor lies in. None of these is a person: a person acts within them. */
const factorKind = z.enum([
  'process',
  'tool',
  'information',
  'load',
  'communication',
  'environment',
  'knowledge of one',
])
export type FactorKind = z.infer<typeof factorKind>

const line = z.string().trim().min(1).max(200)
const words = z.string().trim().max(4000)
const said = z.string().trim().min(1).max(2000)

/** Something that happened, in the order of time; people by their role. */
const moment = z.object({ at: z.iso.datetime(), what: said }).strict()
/** What was known then, what was chosen, and which other paths there were. */
const decision = z.object({ title: line, known: words, chosen: words, others: words }).strict()
const factor = z.object({ kind: factorKind, what: said }).strict()
/** `lesson` is the learning moment that was made of it. */
const learned = z.object({ text: said, lesson: z.uuid().nullable() }).strict()

const atMost = 100
/** What stands in each part of a review. */
export const reviewParts = z.object({
  basics: z
    .object({
      title: z.string().trim().min(1).max(140),
      about: words,
      impact: words,
      /** The days that are looked at. */
      began: z.iso.date(),
      ended: z.iso.date(),
      /** By when it is to be shared. */
      due: z.iso.date(),
      language: z.enum(locales),
      /** Who reads it once it is shared. */
      audience,
    })
    .strict(),
  timeline: z.object({ moments: z.array(moment).max(atMost) }).strict(),
  decisions: z.object({ decisions: z.array(decision).max(atMost) }).strict(),
  factors: z.object({ factors: z.array(factor).max(atMost) }).strict(),
  repair: z
    .object({ noticed: z.iso.datetime().nullable(), restored: z.iso.datetime().nullable(), how: words })
    .strict(),
  lessons: z.object({ lessons: z.array(learned).max(atMost) }).strict(),
})
export type ReviewParts = z.infer<typeof reviewParts>
export type ReviewPart = keyof ReviewParts
export const reviewPart = z.enum(['basics', 'timeline', 'decisions', 'factors', 'repair', 'lessons'])

/** How often each part was written: who writes says which writing it builds on, so that nobody writes over another one. */
const revisions = z.record(reviewPart, z.int())

const personNamed = z.object({ person: personId, name: z.string() })

/** `GET /api/reviews/{review}` */
export const review = z.object({
  id: z.uuid(),
  state: reviewState,
  unit: place,
  openedBy: author,
  facilitator: author,
  participants: z.array(personNamed),
  opened: z.iso.datetime(),
  shared: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  parts: reviewParts,
  revisions,
  actions: z.array(action),
  /** Whether the reader takes part and so writes in it and adds actions; moves it on and names who takes part; and deletes it. */
  may: z.object({ write: z.boolean(), move: z.boolean(), takeBack: z.boolean() }),
})
export type Review = z.infer<typeof review>

/** One line of the list. */
const reviewBrief = z.object({
  id: z.uuid(),
  title: z.string(),
  state: reviewState,
  unit: place,
  facilitator: author,
  due: z.iso.date(),
  overdue: z.boolean(),
  takesPart: z.boolean(),
})
export type ReviewBrief = z.infer<typeof reviewBrief>

/** `GET /api/reviews`: what the reader may read, the newest first. */
export const reviews = z.object({ reviews: z.array(reviewBrief) })
export type Reviews = z.infer<typeof reviews>

/** `POST /api/reviews`: who opens it takes part. */
export const openReview = z
  .object({ unit: unitId, facilitator: personId, ...reviewParts.shape.basics.shape })
  .strict()
  .refine(({ began, ended }) => began <= ended, { message: 'it ends before it begins' })
export type OpenReviewSent = z.input<typeof openReview>

/** `PUT /api/reviews/{review}/parts/{part}`: refused where somebody else has written since `revision`. */
const writing = <Part extends z.ZodType>(content: Part) => z.object({ revision: z.int(), content }).strict()
export const writePart = {
  basics: writing(
    reviewParts.shape.basics.refine(({ began, ended }) => began <= ended, {
      message: 'it ends before it begins',
    }),
  ),
  timeline: writing(reviewParts.shape.timeline),
  decisions: writing(reviewParts.shape.decisions),
  factors: writing(reviewParts.shape.factors),
  repair: writing(
    reviewParts.shape.repair.refine(
      ({ noticed, restored }) => noticed === null || restored === null || noticed <= restored,
      { message: 'it is restored before it is noticed' },
    ),
  ),
  lessons: writing(reviewParts.shape.lessons),
}

/** `PUT /api/reviews/{review}/state` */
export const moveReview = z.object({ state: reviewState }).strict()

/** `PUT /api/reviews/{review}/people` */
export const setReviewPeople = z
  .object({ facilitator: personId, participants: z.array(personId).max(50) })
  .strict()
export type SetReviewPeople = z.infer<typeof setReviewPeople>

/** `POST /api/reviews/{review}/actions`: something that the unit does about it */
export const addReviewAction = addAction.pick({ title: true, owner: true, due: true })
export type AddReviewActionSent = z.input<typeof addReviewAction>

/** `GET /api/reviews/people?unit=`: who may facilitate and take part: people of the unit and of those above it. */
export const reviewPeople = z.object({ people: z.array(z.object({ id: personId, name: z.string() })) })
export type ReviewPeople = z.infer<typeof reviewPeople>

/** `GET /api/reviews/{review}/names`: names of people of the organisation that stand in it, and where. */
export const reviewNames = z.object({ names: z.array(z.object({ part: reviewPart, name: z.string() })) })
export type ReviewNames = z.infer<typeof reviewNames>

/** `POST /api/reviews/{review}/lessons/{place}/moment`: makes a learning moment of what was learned; counted from 0. */
export const lessonPlace = z.coerce.number().int().min(0).max(atMost)
