import { z } from 'zod'
import { policy } from './policy.ts'
import { rhythm } from './rhythm.ts'
import { rotation } from './rotation.ts'

/** The guided set-up of a programme, in the order in which it is gone through. */
export const setUpSteps = [
  'organisation',
  'people',
  'instrument',
  'rhythm',
  'thresholds',
  'preview',
  'start',
] as const
export const setUpStep = z.enum(setUpSteps)
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
