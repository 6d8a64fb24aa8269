import { verifyBallot } from '@chorus/ballot/ballot-server'
import { type ClosedList, signClosedCohort } from '@chorus/ballot/closed-list'
import type { CommentWithKey } from '@chorus/ballot/comment-bytes'
import { leafOf, nullifierOf } from '@chorus/ballot/nullifier'
import { openBox } from '@chorus/ballot/sealed-box'
import { unitDimension } from '@chorus/contracts/collect'
import type { OpenedWave, UrnRow } from '@chorus/db/stores/closing'
import type { WaveSecrets } from '../../vault/vault.ts'
import { readBoxed } from '../collect/boxed-answers.ts'
import { readBoxedComment } from '../collect/boxed-comment.ts'
import { completeAnswers, type WaveQuestions } from '../collect/wave-questions.ts'
import { CutCounters } from './cut-counters.ts'

type Opening = Pick<WaveQuestions, 'manifest' | 'infos' | 'scaleOf'> & { readonly secrets: WaveSecrets }

/** A comment as it came out of its box. */
export type OpenedComment = CommentWithKey & { readonly cohort: string; readonly scale: string }

/** What lay in one box; a comment that says nothing is null. */
type Content =
  | { readonly of: 'answers'; readonly answers: Record<string, number | null> }
  | { readonly of: 'comment'; readonly comment: OpenedComment | null }

/** After so many boxes others get their turn: opening one takes about a millisecond of the only thread. */
const boxesPerTurn = 8

/**
 * Opens every box of a wave, checks its ballot once more, and counts: answers of the unit tree as responses, answers of
 * cuts into counters; comments come apart from all of these. What is not backed by a ballot is left out and counted, too.
 */
export async function openUrn(
  boxes: AsyncIterable<UrnRow>,
  opening: Opening,
): Promise<Omit<OpenedWave, 'categories' | 'sealingAudit' | 'comments'> & { comments: OpenedComment[] }> {
  const { manifest, secrets } = opening
  const dimensionOf = new Map<string, string>(manifest.cohorts.map(({ id, dimension }) => [id, dimension]))
  const leaves = new Map<string, Uint8Array[]>(manifest.cohorts.map(({ id }) => [id, []]))
  const counters = new CutCounters(manifest.scales)
  const responses: { cohort: string; answers: Record<string, number | null> }[] = []
  const comments: OpenedComment[] = []
  let unbacked = 0
  let opened = 0
  for await (const row of boxes) {
    if (++opened % boxesPerTurn === 0) await new Promise(setImmediate)
    const content = contentOf(row, opening)
    if (content === null) {
      unbacked++
      continue
    }
    leaves.get(row.cohort)?.push(leafOf(row.nf))
    if (content.of === 'comment') {
      if (content.comment) comments.push(content.comment)
      continue
    }
    const { answers } = content
    if (dimensionOf.get(row.cohort) === unitDimension) responses.push({ cohort: row.cohort, answers })
    else counters.add(row.cohort, answers)
  }
  const closed = [...leaves].map(([cohort, own]) =>
    asRow(signClosedCohort({ wave: manifest.wave, cohort, leaves: own }, secrets.skR)),
  )
  return {
    responses,
    comments,
    closed,
    unbacked,
    cutCounts: counters.counts(),
    cutComplete: counters.complete(),
  }
}

/** Null unless the box opens under its own name, and its ballot is one of this wave and cohort. */
function contentOf(
  { cohort, nf, box }: UrnRow,
  { manifest, infos, scaleOf, secrets }: Opening,
): Content | null {
  const info = infos.get(cohort)
  if (info === undefined) return null
  const bytes = openBox(box, { skS: secrets.skS, Kp: secrets.Kp, nf })
  if (!bytes.ok) return null
  const scale = scaleOf.get(cohort)
  const boxed = scale === undefined ? readBoxed(bytes.value) : readBoxedComment(bytes.value)
  if (boxed === null || !nf.equals(nullifierOf(cohort, boxed.input))) return null
  if (!verifyBallot(secrets.skB, info, boxed.input, boxed.token)) return null
  if ('answers' in boxed) {
    const answers = completeAnswers(manifest, boxed.answers)
    return answers && { of: 'answers', answers }
  }
  const isEmpty = boxed.comment.text === ''
  return {
    of: 'comment',
    comment: isEmpty || scale === undefined ? null : { cohort, scale, ...boxed.comment },
  }
}

function asRow({ cohort, leaves, root, sig }: ClosedList): OpenedWave['closed'][number] {
  return { cohort, leaves: Buffer.concat(leaves), root: Buffer.from(root), sig: Buffer.from(sig) }
}
