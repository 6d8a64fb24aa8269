import { makeOneTimeToken } from '@chorus/ballot/one-time-token'
import type { RunningApp } from './running-app.ts'

type Answers = Record<string, number | null>

/** Opens a wave over HTTP and returns its id and items. */
export async function openWaveOverHttp(
  running: RunningApp,
  hr: string,
  programme?: string,
): Promise<{ wave: string; programme: string; items: string[] }> {
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
  const { canonical } = (await running.app.inject({ url: `/w/${wave}/manifest` })).json()
  const items = JSON.parse(canonical).scales.flatMap((scale: { items: { id: string }[] }) =>
    scale.items.map((item) => item.id),
  )
  return { wave, programme: programmeId, items }
}

/** One person answers, exactly as a device does: sign in, collect a ballot, send without credentials. */
export async function answerOverHttp(
  running: RunningApp,
  wave: string,
  email: string,
  answers: Answers,
): Promise<number> {
  const cookie = await running.signIn(email)
  const { token, commitment } = await makeOneTimeToken()
  const issued = await running.app.inject({
    method: 'POST',
    url: `/w/${wave}/ballot`,
    headers: { cookie },
    payload: { commitment },
  })
  if (issued.statusCode !== 200) return issued.statusCode
  const sent = await running.app.inject({
    method: 'POST',
    url: `/u/${wave}/send`,
    payload: { cohort: issued.json().cohort, token, answers },
  })
  return sent.statusCode
}
