import { toBase64url } from '@chorus/ballot/base64url'
import { fitText } from '@chorus/ballot/padded-text'
import { drawSecret } from '@chorus/ballot/six-words'
import type { ManifestCohort } from '@chorus/contracts/collect'
import type { SentAnswers } from './api/send.ts'
import { type Comments, type Kept, type KeptBallot, markOf } from './kept.ts'
import type { Pulse } from './open-pulse.ts'

/** What is kept from Send on: answers and comments, a fresh seed, and one ballot for each group the person is counted in. */
export async function finishedAnswers(
  pulse: Pulse,
  answers: SentAnswers,
  comments: Comments = {},
): Promise<Kept> {
  const { invitation, manifest, person } = pulse
  const seed = toBase64url(crypto.getRandomValues(new Uint8Array(32)))
  return {
    id: crypto.randomUUID(),
    wave: invitation.wave,
    label: invitation.label,
    closes: invitation.closes,
    fingerprint: invitation.fingerprint,
    pkB: manifest.pkB,
    pkR: manifest.pkR,
    seed,
    owner: await markOf(seed, person),
    answers: whole(pulse, answers),
    comments: fitting(comments),
    secret: toBase64url(drawSecret()),
    ballots: [invitation.cohort, ...invitation.cuts].map((cohort) => asBallot(pulse, cohort)),
  }
}

/** Every item is sent, so that the length of an answer says nothing: what was not answered is null. */
function whole(pulse: Pulse, answers: SentAnswers): SentAnswers {
  return Object.fromEntries(pulse.questions.map(({ id }) => [id, answers[id] ?? null]))
}

function fitting(comments: Comments): Comments {
  return Object.fromEntries(
    Object.entries(comments).map(([scale, { text, further }]) => [scale, { text: fitText(text), further }]),
  )
}

function asBallot({ manifest }: Pulse, { dimension, id, label, size }: ManifestCohort): KeptBallot {
  const scale = manifest.cohorts.find((cohort) => cohort.id === id)?.scale
  const ballot = { dimension, cohort: id, group: label, size, right: null }
  return scale === undefined ? ballot : { ...ballot, scale }
}
