import { verifyBallot } from '@chorus/ballot/ballot-server'
import { type ClosedList, signClosedCohort } from '@chorus/ballot/closed-list'
import { leafOf, nullifierOf } from '@chorus/ballot/nullifier'
import { openBox } from '@chorus/ballot/sealed-box'
import { unitDimension } from '@chorus/contracts/collect'
import type { OpenedWave, UrnRow } from '@chorus/db/stores/closing'
import type { WaveSecrets } from '../../vault/vault.ts'
import { readBoxed } from '../collect/boxed-answers.ts'
import { completeAnswers, type WaveQuestions } from '../collect/wave-questions.ts'
import { CutCounters } from './cut-counters.ts'

type Opening = Pick<WaveQuestions, 'manifest' | 'infos'> & { readonly secrets: WaveSecrets }

/** After so many boxes others get their turn: opening one takes about a millisecond of the only thread. */
const boxesPerTurn = 8

/**
 * Opens every box of a wave, checks its ballot once more, and counts: answers of the unit tree as responses, answers of
 * cuts into counters. What is not backed by a ballot is left out and counted, too.
 */
export async function openUrn(
  boxes: AsyncIterable<UrnRow>,
  opening: Opening,
): Promise<Omit<OpenedWave, 'categories' | 'sealingAudit'>> {
  const { manifest, secrets } = opening
  const dimensionOf = new Map<string, string>(manifest.cohorts.map(({ id, dimension }) => [id, dimension]))
  const leaves = new Map<string, Uint8Array[]>(manifest.cohorts.map(({ id }) => [id, []]))
  const counters = new CutCounters(manifest.scales)
  const responses: { cohort: string; answers: Record<string, number | null> }[] = []
  let unbacked = 0
  let opened = 0
  for await (const row of boxes) {
    if (++opened % boxesPerTurn === 0) await new Promise(setImmediate)
    const answers = answersOf(row, opening)
    if (answers === null) {
      unbacked++
      continue
    }
    leaves.get(row.cohort)?.push(leafOf(row.nf))
    if (dimensionOf.get(row.cohort) === unitDimension) responses.push({ cohort: row.cohort, answers })
    else counters.add(row.cohort, answers)
  }
  const closed = [...leaves].map(([cohort, own]) =>
    asRow(signClosedCohort({ wave: manifest.wave, cohort, leaves: own }, secrets.skR)),
  )
  return { responses, closed, unbacked, cutCounts: counters.counts(), cutComplete: counters.complete() }
}

/** Null unless the box opens under its own name, and its ballot is one of this wave and cohort. */
function answersOf(
  { cohort, nf, box }: UrnRow,
  { manifest, infos, secrets }: Opening,
): Record<string, number | null> | null {
  const info = infos.get(cohort)
  if (info === undefined) return null
  const bytes = openBox(box, { skS: secrets.skS, Kp: secrets.Kp, nf })
  const boxed = bytes.ok ? readBoxed(bytes.value) : null
  if (boxed === null || !nf.equals(nullifierOf(cohort, boxed.input))) return null
  if (!verifyBallot(secrets.skB, info, boxed.input, boxed.token)) return null
  return completeAnswers(manifest, boxed.answers)
}

function asRow({ cohort, leaves, root, sig }: ClosedList): OpenedWave['closed'][number] {
  return { cohort, leaves: Buffer.concat(leaves), root: Buffer.from(root), sig: Buffer.from(sig) }
}
