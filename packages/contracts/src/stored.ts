import { z } from 'zod'
import { manifestCohort } from './collect.ts'
import { waveId } from './ids.ts'
import { instrumentName } from './instrument.ts'
import { role } from './session.ts'

const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/)

/**
 * `GET /api/my/stored`: the very rows that are stored about the person who asks. For each place the person has in an open wave, in
 * the unit tree, in each cut and for each scale's comments: the group, the slot the shuffle gave, the page of the bitmap the slot is on (`bit` is the
 * person's own bit in it) and the retry tag, null before a ballot was issued. `exampleBox` is a box of the kind that lies in the urn.
 */
export const myStored = z.object({
  waves: z.array(
    z.object({
      wave: waveId,
      label: z.string(),
      cohort: manifestCohort.pick({ label: true, size: true }),
      /** The name of the scale whose comments the place is for; null where it is for answers. */
      comments: instrumentName.nullable(),
      slot: z.int().min(0),
      page: z.int().min(0),
      bit: z.boolean(),
      tag: base64url.nullable(),
      exampleBox: base64url.nullable(),
      session: z.object({ endsOn: z.iso.date() }),
    }),
  ),
  person: z.object({
    name: z.string(),
    email: z.string(),
    unit: z.string(),
    role,
    language: z.string().nullable(),
    cuts: z.record(z.string(), z.string()),
    channel: z.enum(['online', 'paper']),
    /** IANA name; null: that of the organisation. */
    zone: z.string().nullable(),
    /** In which unit the person was counted in the newest wave of each programme; nothing of who answered. */
    lastGroups: z.array(z.object({ wave: z.string(), unit: z.string() })),
  }),
  /** Feedback from and to the person, and requests for it. Its words are opened on the page of feedback. */
  feedback: z.array(
    z.object({
      kind: z.enum(['received', 'given', 'asked', 'asked-of-me']),
      /** The other one's name; null once that person has left. */
      with: z.string().nullable(),
      on: z.iso.date(),
    }),
  ),
})
export type MyStored = z.infer<typeof myStored>
