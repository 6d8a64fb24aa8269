import { z } from 'zod'
import { instrumentName, localisedText, scaleRole } from './instrument.ts'
import { policy } from './policy.ts'
import { plannedWaveAnswer, rhythm } from './rhythm.ts'
import { rotation } from './rotation.ts'

/** The guided set-up of a programme, in the order in which it is gone through. */
const setUpStep = z.enum(['organisation', 'people', 'instrument', 'rhythm', 'thresholds', 'preview', 'start'])
export type SetUpStep = z.infer<typeof setUpStep>

/** What was said so far; null is what nobody has said yet. Each part is whole and valid by itself. */
export const programmeDraft = z
  .object({
    /** The step to go on with. */
    step: setUpStep,
    /** Of the programme. */
    name: z.string().trim().min(1).max(200).nullable(),
    /** Id of an instrument that may be chosen. */
    instrument: z.string().min(1).nullable(),
    rhythm: rhythm.nullable(),
    rotation: rotation.nullable(),
    policy: policy.nullable(),
  })
  .strict()
export type ProgrammeDraft = z.infer<typeof programmeDraft>

/** Counts the changes of the draft; 0 where there is none. Whoever writes says which one was read. */
const version = z.int().min(0)

/** `GET /api/set-up`, HR, and the answer to `PUT`. */
export const setUpAnswer = z.object({
  version,
  draft: programmeDraft.nullable(),
  organisation: z.object({
    name: z.string(),
    people: z.int(),
    units: z.int(),
    /** Roster attributes that results could be split by. */
    cuts: z.array(z.string()),
  }),
})
export type SetUpAnswer = z.infer<typeof setUpAnswer>

/** `PUT /api/set-up`. Null throws the draft away. */
export const saveSetUpRequest = z.object({ version, draft: programmeDraft.nullable() }).strict()

/** `POST /api/set-up/start`. `atOnce`: the first wave opens now instead of at its time. */
export const startSetUpRequest = z.object({ version, atOnce: z.boolean() }).strict()

/** `GET /api/set-up/instruments`, HR: what a programme can ask, with all statements and their sources. */
export const instrumentsAnswer = z.object({
  instruments: z.array(
    z.object({
      id: z.string(),
      name: instrumentName,
      scales: z.array(
        z.object({
          id: z.string(),
          name: instrumentName,
          role: scaleRole,
          source: z.string().nullable(),
          items: z.array(z.object({ id: z.string(), text: localisedText, reversed: z.boolean() })),
        }),
      ),
    }),
  ),
})
export type InstrumentsAnswer = z.infer<typeof instrumentsAnswer>

/** `POST /api/set-up/plan`, HR: what would open when and ask what, of a new programme. */
export const planRequest = z
  .object({ instrument: z.string(), rhythm, rotation: rotation.nullable() })
  .strict()
export const planAnswer = z.object({
  next: z.array(plannedWaveAnswer),
  /** A scale that takes turns is asked again after at most so many waves. */
  returnsWithin: z.int().min(1),
  /** Seconds that answering may take before people stop half-way. */
  longestAnswering: z.number(),
})
export type PlanAnswer = z.infer<typeof planAnswer>

/** `GET /api/set-up/preview?participation=0.7`, HR: the groups of the draft and how sure their means will be. */
export const setUpPreview = z.object({
  k: z.int(),
  /** The scale that the precision is of, and its typical spread: of the last release, or assumed. */
  measure: z.object({ name: instrumentName, spread: z.number(), released: z.boolean() }),
  groups: z.array(
    z.object({
      label: z.string(),
      kind: z.enum(['unit', 'unit-with-others', 'small-teams']),
      /** Names of the units whose own people are in it. */
      units: z.array(z.string()),
      people: z.int(),
      answers: z.int(),
      /** Half the width of the 95 % interval of the mean, in scale points; null where nothing will be shown. */
      half: z.number().nullable(),
      halfOfInvited: z.number().nullable(),
    }),
  ),
})
export type SetUpPreview = z.infer<typeof setUpPreview>
