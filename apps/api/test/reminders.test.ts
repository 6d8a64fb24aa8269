import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { ReminderMarks } from '../src/mail/reminder-marks.ts'
import { type RunningMail, runWithMail } from './support/running-mail.ts'

let mail: RunningMail

beforeAll(async () => {
  mail = await runWithMail()
  await mail.order('invitation')
  await mail.sent()
})

afterAll(() => mail.stop())

/** Everything of this organisation that HR can ask for, also files. */
async function allThatHrSees(): Promise<string> {
  const urls = [
    `/api/waves/${mail.wave}/mails`,
    `/api/waves/${mail.wave}/paper`,
    `/api/waves/${mail.wave}/poster`,
    '/api/programmes',
    '/api/organisation',
    '/api/audit-trail',
    '/api/policy',
    '/api/reports/units',
  ]
  const answers = await Promise.all(
    urls.map((url) => mail.running.app.inject({ url, headers: { cookie: mail.hr } })),
  )
  return answers.map(({ statusCode, body }) => `${statusCode} ${body}`).join('\n')
}

/** Every row of every table, as a thief reads it who has the database and not the key. */
async function dump(): Promise<Map<string, string[]>> {
  return onServer(mail.running.databaseUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    )
    const found = new Map<string, string[]>()
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" AS t`)
      found.set(
        name,
        rows.map(({ row }) => row),
      )
    }
    return found
  })
}

const unsubscribeOf = (email: string) =>
  /<(.+)>/.exec(mail.mailTo(email).headers.get('list-unsubscribe') ?? '')?.[1] ?? ''

const oneClick = (address: string) =>
  mail.running.app.inject({
    method: 'POST',
    url: new URL(address).pathname,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })

/** How many links to the wave everybody has, as a thief counts them. */
const linksOf = () =>
  onServer(mail.running.databaseUrl, async (client) => {
    const { rows } = await client.query<{ email: string; links: number }>(
      `SELECT email, count(token_hash)::int AS links
       FROM person LEFT JOIN sign_in_link ON sign_in_link.person = person.id AND sign_in_link.wave = $1
       WHERE channel = 'online' GROUP BY email ORDER BY email`,
      [mail.wave],
    )
    return rows
  })

const reminded = async (): Promise<string[]> => {
  mail.catcher.caught.length = 0
  expect((await mail.order('reminder')).statusCode).toBe(202)
  await mail.sent()
  return mail.catcher.caught.map(({ to }) => to)
}

test('one request of a mail program is enough, nobody signs in, and looking at the link changes nothing', async () => {
  const address = unsubscribeOf('p2@test.example')
  const { headers, html, text } = mail.mailTo('p2@test.example')
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(text).toContain(address)
  expect(html).toContain(address)
  const api = `/api${new URL(address).pathname}`
  await mail.running.app.inject({ url: new URL(address).pathname })
  expect((await mail.running.app.inject({ url: api })).json()).toMatchObject({ wanted: true })
  expect((await oneClick(address)).statusCode).toBe(204)
  expect((await mail.running.app.inject({ url: api })).json()).toMatchObject({ wanted: false })
  const undone = await mail.running.app.inject({ method: 'PUT', url: api, payload: { wanted: true } })
  expect(undone.json()).toMatchObject({ wanted: true })
})

test('HR cannot tell who wants no reminders: not before, while or after a reminder is sent', async () => {
  const before = await allThatHrSees()
  expect(before).not.toMatch(/^5/m)
  expect((await oneClick(unsubscribeOf('p2@test.example'))).statusCode).toBe(204)
  const cookie = await mail.running.signIn('p5@test.example')
  const url = '/api/my/reminders'
  await mail.running.app.inject({ method: 'PUT', url, headers: { cookie }, payload: { wanted: false } })
  expect((await mail.running.app.inject({ url, headers: { cookie } })).json()).toMatchObject({
    wanted: false,
  })
  expect(await allThatHrSees()).toBe(before)

  // One address that is known to be refused must not be missed, or named, because of it.
  mail.catcher.refuse = (to) => (to === 'p2@test.example' || to === 'p3@test.example' ? 550 : null)
  const links = await linksOf()
  const got = await reminded()
  mail.catcher.refuse = () => null
  // A thief who counts links finds one more for everybody: also for who wants none, and for whom the mail server refused.
  expect(await linksOf()).toEqual(links.map((one) => ({ ...one, links: one.links + 1 })))
  expect(got).toHaveLength(11)
  expect(got).not.toContain('p2@test.example')
  expect(got).not.toContain('p5@test.example')
  expect(await mail.state()).toMatchObject({ reminders: [{ people: 14, left: 0 }], refused: [] })
  const trail = await mail.running.app.inject({ url: '/api/audit-trail', headers: { cookie: mail.hr } })
  expect(trail.json().events[0]).toMatchObject({ action: 'reminder sent', subject: 'A wave: 14 people' })

  await mail.running.app.inject({ method: 'PUT', url, headers: { cookie }, payload: { wanted: true } })
  expect(await reminded()).toContain('p5@test.example')
})

test('a copy of the database tells neither who nor how many, and not whether somebody wanted more or fewer', async () => {
  const copies = [await dump()]
  const change = async (email: string, wanted: boolean) => {
    const url = `/api${new URL(unsubscribeOf(email)).pathname}`
    await mail.running.app.inject({ method: 'PUT', url, payload: { wanted } })
    copies.push(await dump())
  }
  const emails = Array.from({ length: 6 }, (_, index) => `p${index + 6}@test.example`)
  for (const email of emails) await change(email, false)
  for (const email of emails) await change(email, true)
  for (const [at, copy] of copies.entries()) {
    const earlier = copies[at - 1] ?? copy
    for (const [table, rows] of copy)
      if (table !== 'no_reminders') expect(rows, table).toEqual(earlier.get(table))
    expect(copy.get('no_reminders')).toHaveLength(1)
    expect(copy.get('no_reminders')?.[0]?.length).toBe(copies[0]?.get('no_reminders')?.[0]?.length)
    if (at > 0) expect(copy.get('no_reminders')).not.toEqual(earlier.get('no_reminders'))
    const { organisation, marks } = mail.running
    for (const email of emails) {
      const mark = Buffer.from(marks.markOf(organisation, email), 'base64url').toString('hex')
      expect(copy.get('no_reminders')?.[0]).not.toContain(mark)
    }
  }
})

test('a link that was not made here is refused, and so is that of another organisation', async () => {
  const { marks, app } = mail.running
  const elsewhere = marks.tokenOf('00000000-0000-4000-8000-000000000000', 'p2@test.example')
  for (const token of ['A'.repeat(43), elsewhere]) {
    expect((await app.inject({ url: `/api/reminders/${token}` })).json().code).toBe('reminder-link-not-valid')
    expect((await oneClick(`https://chorus.example.org/reminders/${token}`)).statusCode).toBe(404)
  }
})

test('whatever people want, a block says it back to its own key, and is as long as any other', () => {
  const marks = new ReminderMarks(new Uint8Array(32).fill(7))
  const organisation = '00000000-0000-4000-8000-000000000000'
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.emailAddress(), { maxLength: 60 }),
      fc.integer({ min: 60, max: 500 }),
      (emails, people) => {
        const wanted = new Set(emails.map((email) => marks.markOf(organisation, email)))
        const block = marks.write(organisation, wanted, people)
        expect(marks.known(organisation, block)).toEqual(wanted)
        expect(block.length).toBe(marks.write(organisation, new Set(), people).length)
        expect(() => new ReminderMarks(new Uint8Array(32)).known(organisation, block)).toThrow(
          'installation.key',
        )
      },
    ),
    { numRuns: 30 },
  )
})
