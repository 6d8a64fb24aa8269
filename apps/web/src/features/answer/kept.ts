import type { Comment } from '@chorus/ballot/comment-bytes'
import {
  type DeviceList,
  deviceStorage,
  hasTexts,
  isRecord,
  type KeyValue,
  listOf,
} from '../../lib/device/list.ts'
import type { SentAnswers } from './api/send.ts'

/** One ballot on its way: `right` is what the server issued (base64url), null before. */
export type KeptBallot = {
  readonly dimension: string
  readonly cohort: string
  readonly group: string
  readonly size: number
  /** The scale whose comment it is for; left out where it is for answers. */
  readonly scale?: string
  readonly right: { readonly input: string; readonly token: string } | null
}

/**
 * Finished answers and all that is needed to get them counted, from Send until the last receipt is there. Kept on the device,
 * because without the seed, or the ballots made from it, the voice would be lost.
 */
export type Kept = {
  readonly id: string
  readonly wave: string
  readonly label: string
  readonly closes: string
  readonly fingerprint: string
  readonly pkB: string
  readonly pkR: string
  /** 32 random bytes, base64url. */
  readonly seed: string
  /** `markOf` the person who pressed Send: nobody else's right to answer may be used for these answers. */
  readonly owner: string
  readonly answers: SentAnswers
  readonly comments?: Comments
  /** What the author's keys for answers are made of, base64url; empty once they are made. */
  readonly secret?: string
  /** Scale id -> the public one of them, base64url. */
  readonly replyKeys?: Readonly<Record<string, string>>
  readonly ballots: readonly KeptBallot[]
}

/** Scale id -> what was written on it. */
export type Comments = Readonly<Record<string, Comment>>

export function keptIn(storage: KeyValue | undefined = deviceStorage()): DeviceList<Kept> {
  return listOf(storage, 'chorus.kept', isKept)
}

/** SHA-256 of seed and person, hex: tells whether it is the same person, and does not name the person. */
export async function markOf(seed: string, person: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${seed} ${person}`))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function isIssued(kept: Kept): boolean {
  return kept.ballots.every(({ right }) => right !== null)
}

export function isAnswers(value: unknown): value is SentAnswers {
  return (
    isRecord(value) && Object.values(value).every((answer) => answer === null || Number.isInteger(answer))
  )
}

export function isComments(value: unknown): value is Comments {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (one) => isRecord(one) && hasTexts(one, ['text']) && typeof one.further === 'boolean',
    )
  )
}

function isKept(value: unknown): value is Kept {
  return (
    isRecord(value) &&
    hasTexts(value, ['id', 'wave', 'label', 'closes', 'fingerprint', 'pkB', 'pkR', 'seed', 'owner']) &&
    isAnswers(value.answers) &&
    (value.comments === undefined || isComments(value.comments)) &&
    (value.secret === undefined || typeof value.secret === 'string') &&
    (value.replyKeys === undefined || isTexts(value.replyKeys)) &&
    Array.isArray(value.ballots) &&
    value.ballots.every(isKeptBallot)
  )
}

function isTexts(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string')
}

function isKeptBallot(value: unknown): value is KeptBallot {
  if (!isRecord(value) || !hasTexts(value, ['dimension', 'cohort', 'group'])) return false
  const { right, size, scale } = value
  return (
    typeof size === 'number' &&
    (scale === undefined || typeof scale === 'string') &&
    (right === null || (isRecord(right) && hasTexts(right, ['input', 'token'])))
  )
}
