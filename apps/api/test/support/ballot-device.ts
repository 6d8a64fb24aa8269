import { type Ballot, finishBallot, type PreparedBallot, prepareBallot } from '@chorus/ballot/ballot-client'
import { ballotInfo } from '@chorus/ballot/ballot-info'
import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { type CommentWithKey, writeComment } from '@chorus/ballot/comment-bytes'
import {
  type BallotAnswer,
  type ClosedCohort,
  type Invitation,
  type Manifest,
  type ManifestCohort,
  manifest as manifestShape,
  type SendAnswer,
} from '@chorus/contracts/collect'
import type { LightMyRequestResponse } from 'fastify'

/** What a device needs of Chorus: the app in this process (`RunningApp`), or another one over HTTP. */
export type Reached = {
  readonly app: {
    inject(request: {
      method?: 'GET' | 'POST'
      url: string
      headers?: Record<string, string>
      payload?: object
    }): Promise<Pick<LightMyRequestResponse, 'statusCode' | 'body' | 'json'>>
  }
  readonly clock: { readonly now: Date }
  /** The cookie header of a freshly signed-in person. */
  signIn(email: string): Promise<string>
}

export type Answers = Readonly<Record<string, number | null>>

/** An open wave as a device knows it: from its manifest alone. */
export type FrozenWave = {
  readonly wave: string
  readonly manifest: Manifest
  readonly fingerprint: string
  readonly items: readonly string[]
}

/** Makes a programme and opens its first wave, as HR does. */
export async function openWaveFor(running: Reached, hr: string, policy?: object): Promise<FrozenWave> {
  const headers = { cookie: hr }
  const programme = await running.app.inject({
    method: 'POST',
    url: '/api/programmes',
    headers,
    payload: { name: 'Pulse', ...(policy ? { policy } : {}) },
  })
  const closes = new Date(running.clock.now.getTime() + 7 * 24 * 3_600_000).toISOString()
  const opened = await running.app.inject({
    method: 'POST',
    url: `/api/programmes/${programme.json().id}/waves`,
    headers,
    payload: { label: 'A wave', closes },
  })
  if (opened.statusCode !== 201) throw new Error(opened.body)
  return readManifest(running, opened.json().id)
}

export async function readManifest(running: Reached, wave: string): Promise<FrozenWave> {
  return frozenWave((await running.app.inject({ url: `/w/${wave}/manifest` })).json())
}

export function frozenWave(answer: { canonical: string; fingerprint: string }): FrozenWave {
  const manifest = manifestShape.parse(JSON.parse(answer.canonical))
  const items = manifest.scales.flatMap((scale) => scale.items.map((item) => item.id))
  return { wave: manifest.wave, manifest, fingerprint: answer.fingerprint, items }
}

/** A signed-in person's device before Send. */
export type Device = {
  readonly cookie: string
  readonly seed: Uint8Array
  /** The person's cohorts by dimension, the unit tree's first. */
  readonly cohorts: ReadonlyMap<string, ManifestCohort>
}

export async function deviceOf(running: Reached, frozen: FrozenWave, email: string): Promise<Device> {
  const cookie = await running.signIn(email)
  const { invitations } = (
    await running.app.inject({ url: '/api/my/invitations', headers: { cookie } })
  ).json() as { invitations: Invitation[] }
  const invited = invitations.find(({ wave }) => wave === frozen.wave)
  if (!invited) throw new Error(`${email} is not invited`)
  return newDevice(cookie, [invited.cohort, ...invited.cuts])
}

/** Another device of the same person: the same sign-in, a seed of its own. */
export function newDevice(cookie: string, cohorts: Iterable<ManifestCohort>): Device {
  return {
    cookie,
    seed: crypto.getRandomValues(new Uint8Array(32)),
    cohorts: new Map([...cohorts].map((cohort) => [cohort.dimension, cohort])),
  }
}

export function prepare(frozen: FrozenWave, device: Device, dimension = 'unit'): PreparedBallot {
  const { wave, fingerprint, manifest } = frozen
  const { id: cohort } = cohortIn(device, dimension)
  return prepareBallot(
    device.seed,
    ballotInfo({ wave, dimension, cohort, fingerprint }),
    fromBase64url(manifest.pkB),
  )
}

export function cohortIn(device: Device, dimension = 'unit'): ManifestCohort {
  const cohort = device.cohorts.get(dimension)
  if (!cohort) throw new Error(`no cohort in ${dimension}`)
  return cohort
}

/** What a device hands in at Send: a blinded element for each dimension. */
export function ballotRequestOf(frozen: FrozenWave, device: Device) {
  const blinded = (dimension: string) => toBase64url(prepare(frozen, device, dimension).blinded)
  const cuts = [...device.cohorts.keys()].filter((dimension) => dimension !== 'unit')
  return { blinded: blinded('unit'), cuts: Object.fromEntries(cuts.map((cut) => [cut, blinded(cut)])) }
}

export function askForBallot(
  running: Reached,
  frozen: FrozenWave,
  device: Device,
  payload: object = ballotRequestOf(frozen, device),
) {
  const headers = { cookie: device.cookie }
  return running.app.inject({ method: 'POST', url: `/w/${frozen.wave}/ballot`, headers, payload })
}

/** Unblinds what the server answered: the ballot of one dimension, or the client's refusal. */
export function unblind(frozen: FrozenWave, device: Device, answer: BallotAnswer, dimension = 'unit') {
  const evaluation = dimension === 'unit' ? answer : answer.cuts[dimension]
  if (!evaluation) throw new Error(`no evaluation for ${dimension}`)
  return finishBallot(prepare(frozen, device, dimension), {
    evaluated: fromBase64url(evaluation.evaluated),
    proof: fromBase64url(evaluation.proof),
  })
}

/** A finished ballot, ready to be sent. */
export type Sendable = { readonly cohort: string; readonly dimension: string; readonly ballot: Ballot }

/** Collects the ballots of all dimensions; throws when any of it is refused. */
export async function collectBallots(
  running: Reached,
  frozen: FrozenWave,
  device: Device,
): Promise<Sendable[]> {
  const answer = await askForBallot(running, frozen, device)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return [...device.cohorts].map(([dimension, { id: cohort }]) => {
    const ballot = unblind(frozen, device, answer.json(), dimension)
    if (!ballot.ok) throw new Error(ballot.error.code)
    return { cohort, dimension, ballot: ballot.value }
  })
}

/** The ballot in the unit tree of a person who just signed in. */
export async function ballotOf(running: Reached, frozen: FrozenWave, email: string): Promise<Sendable> {
  const [first] = await collectBallots(running, frozen, await deviceOf(running, frozen, email))
  if (!first) throw new Error('no ballot')
  return first
}

export function sendBodyOf({ cohort, ballot }: Sendable, answers: Answers) {
  return { cohort, input: toBase64url(ballot.input), token: toBase64url(ballot.token), answers }
}

/** The scale whose comment a ballot is for; none for those of answers. */
export function scaleOf({ manifest }: FrozenWave, { cohort }: Pick<Sendable, 'cohort'>): string | undefined {
  return manifest.cohorts.find(({ id }) => id === cohort)?.scale
}

type Written = Pick<CommentWithKey, 'text'> & Partial<CommentWithKey>

export function commentBodyOf(
  { cohort, ballot }: Sendable,
  { text, further = false, replyKey = null }: Written,
) {
  const comment = toBase64url(writeComment({ text, further, replyKey }))
  return { cohort, input: toBase64url(ballot.input), token: toBase64url(ballot.token), comment }
}

/** What a device sends with a ballot: the answers, or what was written on a scale, which may be nothing. */
export function bodyOf(
  frozen: FrozenWave,
  sendable: Sendable,
  answers: Answers,
  comments: Readonly<Record<string, Written>> = {},
) {
  const scale = scaleOf(frozen, sendable)
  return scale === undefined
    ? sendBodyOf(sendable, answers)
    : commentBodyOf(sendable, comments[scale] ?? { text: '' })
}

export function send(
  running: Reached,
  frozen: FrozenWave,
  payload: object,
  headers: Record<string, string> = {},
) {
  return running.app.inject({ method: 'POST', url: `/u/${frozen.wave}/send`, headers, payload })
}

/** Sends, and hands back the receipt; throws when the answers are refused. */
export async function sendForReceipt(
  running: Reached,
  frozen: FrozenWave,
  sendable: Sendable,
  answers: Answers,
): Promise<SendAnswer> {
  const answer = await send(running, frozen, sendBodyOf(sendable, answers))
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

/** A published list with its bytes as bytes. */
export function closedFromWire(closed: ClosedCohort) {
  const { cohort, count } = closed
  const [leaves, root, sig] = [
    closed.leaves.map(fromBase64url),
    fromBase64url(closed.root),
    fromBase64url(closed.sig),
  ]
  return { cohort, count, leaves, root, sig }
}
