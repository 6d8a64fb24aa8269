import { ballotInfo } from '@chorus/ballot/ballot-info'
import { err, ok, type Result } from '@chorus/basics/result'
import { type Manifest, manifest } from '@chorus/contracts/collect'
import type { ProblemCode } from '@chorus/contracts/problems'
import type { Issuer, Urn } from '@chorus/db/database'
import { organisationNow } from '@chorus/db/organisation-scope'
import { findWaveById } from '@chorus/db/stores/waves'

export type WaveQuestions = {
  readonly organisation: string
  readonly manifest: Manifest
  /** Cohort -> what its ballots are bound to. */
  readonly infos: ReadonlyMap<string, Uint8Array>
  /** Cohort -> the scale whose comments are filed under it; cohorts of answers are not in it. */
  readonly scaleOf: ReadonlyMap<string, string>
  readonly pkS: Uint8Array
}

/**
 * A wave's manifest never changes, so it is read once per process, by organisation and wave: what one has read says nothing to another.
 * Waves are few: nothing needs to be forgotten.
 */
const known = new Map<string, WaveQuestions>()

export async function questionsOf(
  connection: Issuer | Urn,
  waveId: string,
): Promise<Result<WaveQuestions, { code: Extract<ProblemCode, 'unknown-wave'> }>> {
  const key = `${organisationNow()} ${waveId}`
  const remembered = known.get(key)
  if (remembered) return ok(remembered)
  const row = await findWaveById(connection, waveId)
  if (!row) return err({ code: 'unknown-wave' })
  const questions = { organisation: row.organisation, ...readManifest(row) }
  known.set(key, questions)
  return ok(questions)
}

/** The frozen manifest, and what is made of it. */
export function readManifest(row: {
  id: string
  manifest: string
  fingerprint: string
}): Pick<WaveQuestions, 'manifest' | 'infos' | 'scaleOf' | 'pkS'> {
  const frozen = manifest.parse(JSON.parse(row.manifest))
  return {
    manifest: frozen,
    pkS: Buffer.from(frozen.pkS, 'base64url'),
    scaleOf: new Map(
      frozen.cohorts.flatMap(({ id, scale }) => (scale === undefined ? [] : [[id, scale] as const])),
    ),
    infos: new Map(
      frozen.cohorts.map(({ id, dimension }) => [
        id,
        ballotInfo({ wave: row.id, dimension, cohort: id, fingerprint: row.fingerprint }),
      ]),
    ),
  }
}

/**
 * The answers to exactly the wave's items, null where not answered; or null when an item is not of this wave
 * or an answer is out of its range.
 */
export function completeAnswers(
  wave: Manifest,
  given: Readonly<Record<string, number | null>>,
): Record<string, number | null> | null {
  const items = wave.scales.flatMap((scale) => scale.items)
  const known = new Set<string>(items.map((item) => item.id))
  if (Object.keys(given).some((id) => !known.has(id))) return null
  const complete: Record<string, number | null> = {}
  for (const item of items) {
    const answer = Object.hasOwn(given, item.id) ? (given[item.id] ?? null) : null
    if (answer !== null && (!Number.isInteger(answer) || answer < item.min || answer > item.max)) return null
    complete[item.id] = answer
  }
  return complete
}
