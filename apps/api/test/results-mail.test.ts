import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOverHttp } from './support/play-wave.ts'
import { atOnce, type RunningMail, runWithMail } from './support/running-mail.ts'

let mail: RunningMail

beforeAll(async () => {
  mail = await runWithMail()
})

afterAll(() => mail.stop())

const step = (name: string) =>
  mail.running.app.inject({
    method: 'POST',
    url: `/api/waves/${mail.wave}/${name}`,
    headers: { cookie: mail.hr },
    payload: {},
  })

const wayOut = (email: string) =>
  new URL(/<(.+)>/.exec(mail.mailTo(email).headers.get('list-unsubscribe') ?? '')?.[1] ?? '')

test('after publishing everybody who was invited is told, on paper too, in the own language and without any figure', async () => {
  await mail.order('invitation')
  await mail.sent()
  const { canonical } = (await mail.running.app.inject({ url: `/w/${mail.wave}/manifest` })).json()
  const items = JSON.parse(canonical).scales.flatMap((scale: { items: { id: string }[] }) => scale.items)
  const answers = Object.fromEntries(items.map(({ id }: { id: string }) => [id, 4]))
  for (let at = 1; at <= 14; at++)
    expect(await answerOverHttp(mail.running, mail.wave, `p${at}@test.example`, answers)).toBe(200)
  mail.catcher.caught.length = 0
  expect((await step('close')).statusCode).toBe(200)
  expect((await step('publish')).statusCode).toBe(200)
  await mail.sent()
  expect(mail.catcher.caught).toHaveLength(19)
  const { text, headers } = mail.mailTo('p1@test.example')
  expect(headers.get('subject')).toBe('A wave: your team’s results are here')
  expect(text).toContain('https://chorus.example.org/\n')
  expect(text.replaceAll(/https:\S+/g, '')).not.toMatch(/\d/)
  expect(mail.mailTo('p2@test.example').headers.get('content-language')).toBe('de')
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const trail = await mail.running.app.inject({ url: '/api/audit-trail', headers: { cookie: mail.hr } })
  expect(trail.json().events[0]).toMatchObject({ action: 'results mailed', subject: 'A wave: 19 people' })
})

test('who wants no mails about results still gets reminders, and the other way round', async () => {
  const { app } = mail.running
  const way = wayOut('p3@test.example')
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const clicked = await app.inject({
    method: 'POST',
    url: way.pathname,
    headers: form,
    payload: 'List-Unsubscribe=One-Click',
  })
  expect(clicked.statusCode).toBe(204)
  expect((await app.inject({ url: `/api${way.pathname}` })).json()).toEqual({
    topic: 'results',
    wanted: false,
  })
  const cookie = await mail.running.signIn('p3@test.example')
  const mine = async (topic: string) =>
    (await app.inject({ url: `/api/my/reminders?topic=${topic}`, headers: { cookie } })).json().wanted
  expect([await mine('results'), await mine('reminders')]).toEqual([false, true])
  expect(await publishAnother()).toHaveLength(18)
  expect(mail.catcher.caught.map(({ to }) => to)).not.toContain('p3@test.example')
})

test('an organisation that switched them off gets none', async () => {
  const settings = await mail.running.app.inject({
    method: 'PUT',
    url: '/api/mail-settings',
    headers: { cookie: mail.hr },
    payload: { ...atOnce, results: false },
  })
  expect(settings.json().results).toBe(false)
  expect(await publishAnother()).toEqual([])
})

/** Another wave of the programme, answered by nobody. @returns who is told of its results */
async function publishAnother(): Promise<string[]> {
  const { app, clock } = mail.running
  const headers = { cookie: mail.hr }
  const [programme] = (await app.inject({ url: '/api/programmes', headers })).json().programmes
  const closes = new Date(clock.now.getTime() + 7 * 86_400_000).toISOString()
  const opened = await app.inject({
    method: 'POST',
    url: `/api/programmes/${programme.id}/waves`,
    headers,
    payload: { label: 'Next', closes },
  })
  const order = (path: string, payload: object) =>
    app.inject({ method: 'POST', url: `/api/waves/${opened.json().id}/${path}`, headers, payload })
  await order('mails', { kind: 'invitation' })
  await mail.sent()
  mail.catcher.caught.length = 0
  await order('close', {})
  expect((await order('publish', {})).statusCode).toBe(200)
  await mail.sent()
  return mail.catcher.caught.map(({ to }) => to)
}
