import { z } from 'zod'
import { place } from './community.ts'
import { personId, unitId } from './ids.ts'

/** A share from 0 to 1 and the number of things that it rests on; null where these are too few to say anything. */
const share = z.object({ value: z.number().min(0).max(1).nullable(), of: z.int().min(0) })
export type Share = z.infer<typeof share>

/** How long things took; null where they are too few to say anything. Half of them took no longer than the median, the middle half from lower to upper. */
const duration = z.object({
  median: z.number().min(0).nullable(),
  lower: z.number().min(0).nullable(),
  upper: z.number().min(0).nullable(),
  of: z.int().min(0),
})
export type Duration = z.infer<typeof duration>

/** How a unit with all below it learns. Nothing of a person, and no number of mistakes: neither would measure learning. */
export const learningMeasures = z.object({
  /** Of the units with people of their own, those in which a lesson was told in the time. */
  spread: share,
  /** How evenly lessons come from all these units: 0 = all from one, 1 = from each as many. Rests on lessons. */
  evenness: share,
  /** Of replies and reactions to lessons of the unit, those that came from another unit than the lesson's. */
  travel: share,
  /** Of the topics in the register, those into which at least two could step. */
  readiness: share,
  /** Of shared reviews that name factors, those with knowledge held by only one person among them. */
  alone: share,
  /** Hours from when something was noticed until it worked again, as shared reviews say. */
  repair: duration,
  /** Days from when a review was opened until it was shared. */
  reviewing: duration,
  /** Of shared reviews with actions that were not let go, those with all of these done. */
  actions: share,
})
export type LearningMeasures = z.infer<typeof learningMeasures>

/** `GET /api/learning-measures?unit=`; the reader's own unit where none is named. */
export const measuresOfUnit = z.object({
  unit: place,
  ofUnit: learningMeasures,
  ofOrganisation: learningMeasures,
  /** The time in which lessons, replies and reactions to them count. */
  days: z.int(),
  /** The longer time in which shared reviews count, which are rarer. */
  longerDays: z.int(),
  fewest: z.int(),
})
export type MeasuresOfUnit = z.infer<typeof measuresOfUnit>
export const unitOrOwn = z.object({ unit: unitId.optional() })

/** A topic that a unit knows, and who says of themselves that they could step in. */
export const readinessTopic = z.object({
  id: z.uuid(),
  title: z.string(),
  people: z.array(z.object({ person: personId, name: z.string() })),
  /** Whether the reader is among them. */
  mine: z.boolean(),
  mayRemove: z.boolean(),
})
export type ReadinessTopic = z.infer<typeof readinessTopic>

/** `GET /api/readiness?unit=` */
export const readiness = z.object({
  unit: place,
  topics: z.array(readinessTopic),
  mayAdd: z.boolean(),
})
export type Readiness = z.infer<typeof readiness>

/** `POST /api/readiness` */
export const addTopic = z.object({ unit: unitId, title: z.string().trim().min(1).max(140) }).strict()
export type AddTopic = z.infer<typeof addTopic>

/** `PUT /api/readiness/{topic}/me` */
export const couldStepIn = z.object({ on: z.boolean() }).strict()
