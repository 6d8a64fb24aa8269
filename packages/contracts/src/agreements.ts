import { z } from 'zod'
import { author, hiding } from './community.ts'
import { unitId } from './ids.ts'

const part = z.string().trim().max(3000)
const texts = z
  .object({
    /** What is never given up: non-negotiables. */
    mustHold: part,
    /** What may go wrong here without asking first. */
    margins: part,
    /** What is done in the first hour after a slip, on the first day, in the first week. */
    firstHour: part,
    firstDay: part,
    firstWeek: part,
    speakUp: part,
  })
  .strict()
export type AgreementTexts = z.infer<typeof texts>
export const noTexts: AgreementTexts = {
  mustHold: '',
  margins: '',
  firstHour: '',
  firstDay: '',
  firstWeek: '',
  speakUp: '',
}

const agreementState = z.enum(['proposed', 'in force', 'replaced', 'withdrawn'])

/** One version. Never edited: a new one takes its place. */
export const agreementVersion = z.object({
  id: z.uuid(),
  state: agreementState,
  /** 1, 2, 3 ... in the order in which they came into force; null for one that never did. */
  number: z.int().nullable(),
  /** Empty where they are hidden from the reader. */
  texts,
  hidden: hiding.nullable(),
  /** Something in it was blacked out on request. */
  redacted: z.boolean(),
  proposedBy: author,
  proposedOn: z.iso.date(),
  /** When it was put in force or withdrawn, and by whom. */
  decidedOn: z.iso.date().nullable(),
  decidedBy: author,
})
export type AgreementVersion = z.infer<typeof agreementVersion>

/** `GET /api/agreements?unit=` */
export const agreement = z.object({
  unit: z.object({ id: unitId, name: z.string() }),
  /** Whether the reader is asked to sign and may propose: is in the unit or below it, leads it, or stands in for who leads it. */
  belongs: z.boolean(),
  /** Whether the reader puts versions in force: leads the unit or one above it. */
  leads: z.boolean(),
  current: agreementVersion.nullable(),
  /** The nearest unit above whose agreement holds here too; null where there is none. */
  above: z.object({ id: unitId, name: z.string() }).nullable(),
  signed: z.object({
    mine: z.boolean(),
    count: z.int(),
    /** How many people are asked. Who of them has not signed is listed nowhere. */
    people: z.int(),
    /** Who has signed the current version, by name; null for readers from outside the unit. */
    names: z.array(z.string()).nullable(),
  }),
  /** Newest first. */
  proposals: z.array(agreementVersion),
  /** Those that were in force before, newest first. */
  earlier: z.array(agreementVersion),
})
export type Agreement = z.infer<typeof agreement>

/** `unit`: its id, or that of a version of its agreement. */
export const agreementQuery = z.object({ unit: unitId })

/** `GET /api/agreements/units`: units that the reader is in or leads, those below that nobody else leads, and how it stands there. */
export const agreementUnits = z.object({
  units: z.array(
    z.object({ id: unitId, name: z.string(), inForce: z.boolean(), waitsForReader: z.boolean() }),
  ),
})
export type AgreementUnits = z.infer<typeof agreementUnits>

/** `POST /api/agreements` */
export const proposeAgreement = z
  .object({ unit: unitId, texts })
  .strict()
  .refine((given) => Object.values(given.texts).some((text) => text !== ''), { message: 'nothing is said' })

/** `POST /api/agreements/{agreement}/decision` */
export const decideAgreement = z.object({ state: z.enum(['in force', 'withdrawn']) }).strict()
