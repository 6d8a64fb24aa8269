import { z } from 'zod'
import { cohortId, itemId, programmeId, waveId } from './ids.ts'
import { instrumentName, scale } from './instrument.ts'
import { policy } from './policy.ts'

/** A group that answers are filed under: at least k invited people, frozen when the wave opens. */
export const manifestCohort = z.object({
  id: cohortId,
  label: z.string(),
  size: z.int().min(1),
})

/** The immutable description of an open wave. Its SHA-256 over the canonical JSON is shown to everybody. */
export const manifest = z.object({
  v: z.literal(1),
  wave: waveId,
  programme: programmeId,
  label: z.string(),
  /** Day and hour, UTC (ISO 8601). */
  opens: z.iso.datetime(),
  closes: z.iso.datetime(),
  policy,
  instrument: z.object({ id: z.string(), name: instrumentName }),
  scales: z.array(scale),
  cohorts: z.array(manifestCohort),
})
export type Manifest = z.infer<typeof manifest>

/** `GET /w/{wave}/manifest`: the same bytes for everybody. `canonical` is what the fingerprint is made of. */
export const manifestAnswer = z.object({ canonical: z.string(), fingerprint: z.string() })

/** One open wave as its invited person sees it. */
export const invitation = z.object({
  wave: waveId,
  label: z.string(),
  closes: z.iso.datetime(),
  fingerprint: z.string(),
  cohort: manifestCohort,
  k: z.int(),
  itemCount: z.int(),
  ballotCollected: z.boolean(),
})
export type Invitation = z.infer<typeof invitation>
export const invitations = z.object({ invitations: z.array(invitation) })

const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes in base64url without padding')

/**
 * `POST /w/{wave}/ballot`, signed in: asks for the one-time right to answer. The device makes a random 32-byte token,
 * keeps it with the finished answers, and hands in only its SHA-256 (base64url). Asking again with the same
 * commitment gives the same answer, so a lost reply costs nothing.
 */
export const ballotRequest = z.object({ commitment: bytes32 }).strict()
export const ballotAnswer = z.object({ cohort: cohortId })
export type BallotAnswer = z.infer<typeof ballotAnswer>

/** Item id -> answer; an item that is left out, or null, was not answered. */
export const answers = z.record(itemId, z.int().nullable())
export type Answers = z.infer<typeof answers>

/** `POST /u/{wave}/send`, without credentials: the token itself, and the answers. An identical resend is safe. */
export const sendRequest = z.object({ cohort: cohortId, token: bytes32, answers }).strict()
export type SendRequest = z.infer<typeof sendRequest>

export const sendAnswer = z.object({ counted: z.literal(true) })
