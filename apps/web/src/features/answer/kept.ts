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
  readonly ballots: readonly KeptBallot[]
}

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

function isKept(value: unknown): value is Kept {
  return (
    isRecord(value) &&
    hasTexts(value, ['id', 'wave', 'label', 'closes', 'fingerprint', 'pkB', 'pkR', 'seed', 'owner']) &&
    isAnswers(value.answers) &&
    Array.isArray(value.ballots) &&
    value.ballots.every(isKeptBallot)
  )
}

function isKeptBallot(value: unknown): value is KeptBallot {
  if (!isRecord(value) || !hasTexts(value, ['dimension', 'cohort', 'group'])) return false
  const { right, size } = value
  return (
    typeof size === 'number' && (right === null || (isRecord(right) && hasTexts(right, ['input', 'token'])))
  )
}
