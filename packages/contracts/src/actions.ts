import { z } from 'zod'
import { causeKinds } from './action-causes.ts'
import { personId, scaleId, unitId, waveId } from './ids.ts'
import { instrumentName } from './instrument.ts'
import { themes } from './themes.ts'

export const actionState = z.enum(['planned', 'under way', 'done', 'let go'])
export type ActionState = z.infer<typeof actionState>

/** Something else of the learning loop that an action follows from, with its title as it was then. */
const other = <Kind extends string>(kind: Kind) =>
  z.object({ kind: z.literal(kind), id: z.uuid(), title: z.string().min(1).max(200) })

/**
 * What an action answers, with names as they were then: a scale of a published wave, what comments of it were about, a review, a reflection
 * session, an experiment, or anything in words.
 */
export const actionCause = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scale'),
    wave: waveId,
    label: z.string(),
    scale: scaleId,
    name: instrumentName,
  }),
  z.object({ kind: z.literal('words'), text: z.string() }),
  z.object({ kind: z.literal('theme'), wave: waveId, label: z.string(), theme: z.enum(themes) }),
  other('review'),
  other('session'),
  other('experiment'),
])
export type ActionCause = z.infer<typeof actionCause>

/** What came of an action so far, by day. `state` where it changed that day; never both empty. */
export const actionNote = z.object({
  on: z.iso.date(),
  state: actionState.nullable(),
  text: z.string(),
})
export type ActionNote = z.infer<typeof actionNote>

const namedUnit = z.object({ id: unitId, name: z.string() })

/** One thing that a unit does about its climate, as `GET /api/actions/{action}` gives it. In the open and named: everybody in the unit reads it. */
export const action = z.object({
  id: z.uuid(),
  unit: namedUnit,
  title: z.string(),
  cause: actionCause.nullable(),
  /** `person` is null for somebody or something named in words, and for who has left. */
  owner: z.object({ person: personId.nullable(), name: z.string() }),
  due: z.iso.date(),
  state: actionState,
  /** Its day has passed and it is neither done nor let go. */
  overdue: z.boolean(),
  /** What the reader may do with it: who takes care of it notes progress, also without leading anything. */
  may: z.enum(['change', 'progress', 'read']),
  /** Oldest first. */
  notes: z.array(actionNote),
  /** The day on which it was added or last changed. */
  changed: z.iso.date(),
})
export type Action = z.infer<typeof action>

/**
 * `GET /api/actions?unit=`: what a unit does, and what the units above it do, which is for its people too. A group of small teams has the
 * actions of the unit above it. What is under way comes first.
 */
export const unitActions = z.object({ unit: namedUnit, mayWrite: z.boolean(), actions: z.array(action) })
export type UnitActions = z.infer<typeof unitActions>

/** Of what `GET /api/actions/board` shows a part: all that is left out is not asked for. */
export const boardQuery = z.object({
  /** With all below it. */
  unit: unitId.optional(),
  owner: z.literal('me').optional(),
  overdue: z.literal('yes').optional(),
  cause: z.enum(causeKinds).optional(),
})

/**
 * `GET /api/actions/board`: what is done in all units that the reader reads: the own one and those above, the led ones with all below, and for
 * HR all of them. Open ones first, each by its day.
 */
export const actionBoard = z.object({
  actions: z.array(action),
  /** Whether there are more than a board holds: a unit shows them. */
  more: z.boolean(),
  /** Units to choose from: the reader's own, and those that do anything; by name. */
  units: z.array(namedUnit),
})
export type ActionBoard = z.infer<typeof actionBoard>

/** `GET /api/actions/owners?unit=`: people of the unit itself and who leads it, by name. */
export const actionOwners = z.object({ people: z.array(z.object({ id: personId, name: z.string() })) })
export type ActionOwners = z.infer<typeof actionOwners>

const title = z.string().trim().min(1).max(200)
const words = z.string().trim().min(1).max(200)
const cause = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('scale'), wave: waveId, scale: scaleId }).strict(),
    z.object({ kind: z.literal('words'), text: words }).strict(),
    z.object({ kind: z.literal('theme'), wave: waveId, theme: z.enum(themes) }).strict(),
    other('review').strict(),
    other('session').strict(),
    other('experiment').strict(),
  ])
  .nullable()
const owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: personId }).strict(),
  z.object({ kind: z.literal('words'), text: words }).strict(),
])

/** `POST /api/actions` */
export const addAction = z.object({ unit: unitId, title, cause, owner, due: z.iso.date() }).strict()
export type AddAction = z.infer<typeof addAction>
export type AddActionSent = z.input<typeof addAction>

/** `PATCH /api/actions/{action}`: what is left out stays as it is; a note is added to those before. */
export const changeAction = z
  .object({
    title: title.optional(),
    cause: cause.optional(),
    owner: owner.optional(),
    due: z.iso.date().optional(),
    state: actionState.optional(),
    note: z.string().trim().min(1).max(1000).optional(),
  })
  .strict()
  .refine((change) => Object.keys(change).length > 0, { message: 'nothing to change' })
export type ChangeActionSent = z.input<typeof changeAction>
