import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { answerOverHttp } from './support/play-wave.ts'
import { readMail } from './support/read-mail.ts'
import { type RunningMail, runWithMail } from './support/running-mail.ts'

let mail: RunningMail

beforeAll(async () => {
  mail = await runWithMail(true, undefined, { reminders: 'not-collected' })
})

afterAll(() => mail.stop())

async function answer(email: string): Promise<void> {
  const { app } = mail.running
  const { canonical } = (await app.inject({ url: `/w/${mail.wave}/manifest` })).json()
  const items = JSON.parse(canonical).scales.flatMap((scale: { items: { id: string }[] }) => scale.items)
  const answers = Object.fromEntries(items.map(({ id }: { id: string }) => [id, 4]))
  expect(await answerOverHttp(mail.running, mail.wave, email, answers)).toBe(200)
}

const linksEach = () =>
  onServer(mail.running.databaseUrl, async (client) => {
    const { rows } = await client.query<{ links: number }>(
      `SELECT count(token_hash)::int AS links
       FROM person JOIN sign_in_link ON sign_in_link.person = person.id AND sign_in_link.wave = $1
       GROUP BY person.id`,
      [mail.wave],
    )
    return rows.map(({ links }) => links)
  })

test('the manifest says who is reminded, and so does every invitation', async () => {
  const { canonical } = (await mail.running.app.inject({ url: `/w/${mail.wave}/manifest` })).json()
  expect(JSON.parse(canonical).policy.reminders).toBe('not-collected')
  await mail.order('invitation')
  await mail.sent()
  expect(mail.catcher.caught).toHaveLength(14)
  expect(mail.mailTo('p1@test.example').text).toContain('only to people who have not collected their ballot')
})

test('only whose ballot is not collected gets the reminder, and HR and the tables tell no more than before', async () => {
  for (const email of ['p2@test.example', 'p3@test.example', 'p9@test.example']) await answer(email)
  mail.catcher.caught.length = 0
  expect((await mail.order('reminder')).json()).toMatchObject({
    remindersTo: 'not-collected',
    reminders: [{ people: 14, left: null, dropped: 0 }],
  })
  await mail.sent()
  const reminded = mail.catcher.caught.map(({ to }) => to)
  expect(reminded).toHaveLength(11)
  for (const email of ['p2@test.example', 'p3@test.example', 'p9@test.example'])
    expect(reminded).not.toContain(email)
  expect(readMail(mail.catcher.caught.find(({ to }) => to === 'p1@test.example')?.raw ?? '').text).toContain(
    'only to people whose ballot was not collected yet',
  )
  expect(await mail.state()).toMatchObject({ reminders: [{ people: 14, left: 0, dropped: 0 }] })
  const trail = await mail.running.app.inject({ url: '/api/audit-trail', headers: { cookie: mail.hr } })
  expect(trail.json().events[0]).toMatchObject({ action: 'reminder sent', subject: 'A wave: 14 people' })
  // Who was passed over has a link that nobody knows: a copy shows as many for all.
  expect(new Set(await linksEach())).toEqual(new Set([2]))
})

test('whoever collects between the order and the mail is not reminded any more', async () => {
  mail.catcher.caught.length = 0
  mail.catcher.refuse = () => 451
  await mail.order('reminder')
  await answer('p4@test.example')
  mail.catcher.refuse = () => null
  await mail.sent()
  expect(mail.catcher.caught.map(({ to }) => to)).not.toContain('p4@test.example')
  expect(mail.catcher.caught).toHaveLength(10)
})

test('HR changes the rule for the waves to come, once in the trail; an open wave keeps its promise', async () => {
  const { app } = mail.running
  const headers = { cookie: mail.hr }
  const [programme] = (await app.inject({ url: '/api/programmes', headers })).json().programmes
  const url = `/api/programmes/${programme.id}/reminders`
  const change = () => app.inject({ method: 'PUT', url, headers, payload: { reminders: 'everybody' } })
  expect((await change()).json()).toMatchObject({
    state: 'agreed',
    change: { after: { k: 5, reminders: 'everybody' } },
  })
  expect((await change()).json().code).toBe('nothing-changes')
  const { events } = (await app.inject({ url: '/api/audit-trail', headers })).json()
  expect(events.filter(({ action }: { action: string }) => action === 'reminder rule changed')).toMatchObject(
    [{ subject: 'Pulse: reminders: everybody' }],
  )
  expect(await mail.state()).toMatchObject({ remindersTo: 'not-collected' })
})
