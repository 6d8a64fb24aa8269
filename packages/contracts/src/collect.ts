import { z } from 'zod'
import { cohortId, itemId, programmeId, scaleId, waveId } from './ids.ts'
import { instrumentName, scale } from './instrument.ts'
import { policy } from './policy.ts'

/** n bytes as base64url without padding: every binary value on the wire. */
const bytes = (n: number) =>
  z
    .string()
    .regex(
      new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((n * 4) / 3)}}$`),
      `${n} bytes in base64url without padding`,
    )

/** "unit" for the unit tree, the name of a cut, or a scale's comments: a person has one ballot for each. */
export const unitDimension = 'unit'

/** The comments on one scale of a wave. @param position of the scale in the manifest, from 0 */
export function commentDimension(position: number): string {
  return `comment ${position + 1}`
}

/** A roster attribute may be called anything: one that is called like another dimension is not asked for. */
export function isCut(dimension: string): boolean {
  return dimension !== unitDimension && !/^comment \d+$/.test(dimension)
}

/** A group that answers are filed under: at least k invited people, frozen when the wave opens. */
export const manifestCohort = z.object({
  id: cohortId,
  dimension: z.string().min(1),
  label: z.string(),
  size: z.int().min(1),
  /** How many of its ballots are collected with sheets of paper; left out where there are none. */
  sheets: z.int().min(1).optional(),
  /** The scale whose comments are filed under it; left out where answers are. */
  scale: scaleId.optional(),
})
export type ManifestCohort = z.infer<typeof manifestCohort>

/** The immutable description of an open wave. Its SHA-256 over the canonical JSON is shown to everybody. */
export const manifest = z.object({
  v: z.literal(1),
  suite: z.literal('ristretto255-SHA512'),
  wave: waveId,
  programme: programmeId,
  label: z.string(),
  /** Whole minutes, UTC (ISO 8601). */
  opens: z.iso.datetime(),
  closes: z.iso.datetime(),
  policy,
  /** The policy of the wave before, where it was another one: people are told what changed. */
  policyBefore: policy.optional(),
  /** There where other statements are asked than in the wave before, for another reason than that scales take turns. */
  statementsChanged: z.literal(true).optional(),
  instrument: z.object({ id: z.string(), name: instrumentName }),
  scales: z.array(scale),
  /** Public keys of this wave alone: of ballots (POPRF), of sealed boxes (X25519), of receipts (Ed25519). */
  pkB: bytes(32),
  pkS: bytes(32),
  pkR: bytes(32),
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
  /** The person's cohort in the unit tree, and the person's cohort in each other dimension: cuts, and comments. */
  cohort: manifestCohort,
  cuts: z.array(manifestCohort),
  k: z.int(),
  itemCount: z.int(),
  /** To answer them, reckoned. */
  minutes: z.int(),
  ballotCollected: z.boolean(),
})
export type Invitation = z.infer<typeof invitation>

/** `onPaper`: open waves in which the person has a sheet in a bowl instead of a place of the own. */
export const invitations = z.object({
  invitations: z.array(invitation),
  onPaper: z.array(z.object({ wave: waveId, label: z.string(), closes: z.iso.datetime() })),
})
export type Invitations = z.infer<typeof invitations>

/** A blinded element (RFC 9497) for the unit tree and, by name, for each other dimension of the wave the person has a place in. */
export const ballotRequest = z
  .object({ blinded: bytes(32), cuts: z.record(z.string(), bytes(32)).default({}) })
  .strict()
export type BallotRequest = z.infer<typeof ballotRequest>

const evaluation = z.object({ cohort: cohortId, evaluated: bytes(32), proof: bytes(64) })

/**
 * `POST /w/{wave}/ballot`, signed in: the one-time rights to answer, blindly issued, all of them or none. Asking again
 * with the same elements gives an evaluation of the same elements.
 */
export const ballotAnswer = evaluation.extend({ cuts: z.record(z.string(), evaluation) })
export type BallotAnswer = z.infer<typeof ballotAnswer>

/** The code of a sheet as it was typed: the server forgives what the page forgives. */
const sheetCode = z.string().min(1).max(100)

/** `POST /w/{wave}/sheet`, without credentials: is this code good? Changes nothing. */
export const sheetRequest = z.object({ code: sheetCode }).strict()
export const sheetAnswer = z.object({ cohort: cohortId })
export type SheetAnswer = z.infer<typeof sheetAnswer>

/** `POST /w/{wave}/sheet-ballot`, without credentials: the one-time right to answer that a sheet gives, in the unit tree alone. */
export const sheetBallotRequest = z.object({ code: sheetCode, blinded: bytes(32) }).strict()
export type SheetBallotRequest = z.infer<typeof sheetBallotRequest>
export const sheetBallotAnswer = evaluation
export type SheetBallotAnswer = z.infer<typeof sheetBallotAnswer>

/** Item id -> answer; an item that is left out, or null, was not answered. */
export const answers = z.record(itemId, z.int().nullable())
export type Answers = z.infer<typeof answers>

/** What a comment takes on its way and in its box, whatever its length: the bytes that `@chorus/ballot/comment-bytes` writes. */
export const commentBytes = 1944

const sentBallot = { cohort: cohortId, input: bytes(32), token: bytes(64) }

/**
 * `POST /u/{wave}/send`, without credentials, once for each ballot: answers, or one scale's comment, which may be empty. An
 * identical resend is safe.
 */
export const sendRequest = z.union([
  z.object({ ...sentBallot, answers }).strict(),
  z.object({ ...sentBallot, comment: bytes(commentBytes) }).strict(),
])
export type SendRequest = z.infer<typeof sendRequest>

/** The receipt: the ballot's leaf, and the wave's signature on it. It says nothing of the answers. */
export const sendAnswer = z.object({ leaf: bytes(32), sig: bytes(64) })
export type SendAnswer = z.infer<typeof sendAnswer>

/** `GET /w/{wave}/closed/{cohort}`: all counted ballots of a closed cohort, sorted, with their RFC 9162 root, signed. */
export const closedCohort = z.object({
  cohort: cohortId,
  leaves: z.array(bytes(32)),
  root: bytes(32),
  count: z.int(),
  sig: bytes(64),
})
export type ClosedCohort = z.infer<typeof closedCohort>
