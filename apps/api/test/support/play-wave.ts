import {
  type Answers,
  askForBallot,
  bodyOf,
  deviceOf,
  type Reached,
  readManifest,
  send,
  unblind,
} from './ballot-device.ts'
import type { RunningApp } from './running-app.ts'

/** Opens a wave over HTTP and returns its id and items. */
export async function openWaveOverHttp(
  running: RunningApp,
  hr: string,
  programme?: string,
): Promise<{ wave: string; programme: string; items: readonly string[] }> {
  const programmeId =
    programme ??
    (
      await running.app.inject({
        method: 'POST',
        url: '/api/programmes',
        headers: { cookie: hr },
        payload: { name: 'Pulse' },
      })
    ).json().id
  const closes = new Date(running.clock.now.getTime() + 7 * 24 * 3_600_000).toISOString()
  const opened = await running.app.inject({
    method: 'POST',
    url: `/api/programmes/${programmeId}/waves`,
    headers: { cookie: hr },
    payload: { label: 'A wave', closes },
  })
  if (opened.statusCode !== 201) throw new Error(opened.body)
  const wave = opened.json().id
  const { items } = await readManifest(running, wave)
  return { wave, programme: programmeId, items }
}

/** One person answers, exactly as a device does: sign in, collect ballots, send each without credentials. The status of the last step. */
export async function answerOverHttp(
  running: Reached,
  wave: string,
  email: string,
  answers: Answers,
  comments: Parameters<typeof bodyOf>[3] = {},
): Promise<number> {
  const frozen = await readManifest(running, wave)
  const device = await deviceOf(running, frozen, email)
  const issued = await askForBallot(running, frozen, device)
  if (issued.statusCode !== 200) return issued.statusCode
  let status = 0
  for (const [dimension, { id: cohort }] of device.cohorts) {
    const ballot = unblind(frozen, device, issued.json(), dimension)
    if (!ballot.ok) throw new Error(ballot.error.code)
    const body = bodyOf(frozen, { cohort, dimension, ballot: ballot.value }, answers, comments)
    status = (await send(running, frozen, body)).statusCode
    if (status !== 200) return status
  }
  return status
}
