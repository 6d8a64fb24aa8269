import { createHash } from 'node:crypto'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { createOrganisation } from '@chorus/db/stores/organisations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RequestLimit } from '../src/mail/request-limit.ts'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import { readMail } from './support/read-mail.ts'
import { cookieOf, runApp, smallCompany } from './support/running-app.ts'
import { type RunningMail, runWithMail, secretIn } from './support/running-mail.ts'

let mail: RunningMail

beforeAll(async () => {
  mail = await runWithMail(false)
})

afterAll(() => mail.stop())

const ask = (email: string, wave?: string, cookie = '') =>
  mail.running.app.inject({
    method: 'POST',
    url: '/api/session/link',
    headers: { cookie },
    payload: { email, ...(wave === undefined ? {} : { wave }) },
  })

const caughtBy = (email: string) => mail.catcher.caught.filter(({ to }) => to === email)

/** The answer comes before the mail does. */
async function arrived(email: string, count: number): Promise<void> {
  await expect.poll(() => caughtBy(email).length, { timeout: 5_000, interval: 10 }).toBe(count)
}

test('whoever asks gets a link that works once and leads back to the wave; in capital letters, too', async () => {
  expect((await mail.running.app.inject({ url: '/api/session/link' })).json()).toEqual({ offered: true })
  const asked = await ask('P2@Test.example', mail.wave)
  const cookie = cookieOf(asked.headers['set-cookie'])
  await arrived('p2@test.example', 1)
  const letter = mail.mailTo('p2@test.example')
  expect(letter.text).toContain(`https://chorus.example.org/sign-in/${mail.wave}#`)
  expect(letter.headers.has('list-unsubscribe')).toBe(false)
  const enter = () => open(secretIn(letter), { automatic: true }, cookie)
  expect((await enter()).json().person.email).toBe('p2@test.example')
  expect((await enter()).json().code).toBe('link-not-valid')
})

const open = (token: string, shown: Record<string, unknown> = {}, cookie = '') =>
  mail.running.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { cookie },
    payload: { token, ...shown },
  })

test('in another browser the link opens with the code of the one that asked, and signs in that other browser alone', async () => {
  const asked = await ask('p7@test.example')
  await arrived('p7@test.example', 1)
  const token = secretIn(mail.mailTo('p7@test.example'))
  const { code } = asked.json()
  expect(code).toMatch(/^\d{6}$/)
  const stranger = cookieOf((await ask('p8@test.example')).headers['set-cookie'])
  for (const cookie of ['', stranger, 'chorus_asked=x'])
    expect((await open(token, {}, cookie)).json().code).toBe('link-asked-elsewhere')
  expect((await open(token, { code: wrong(code) })).json().code).toBe('link-code-not-valid')
  expect((await open(token, { code })).json().person.email).toBe('p7@test.example')
  const here = cookieOf(asked.headers['set-cookie'])
  const session = await mail.running.app.inject({ url: '/api/session', headers: { cookie: here } })
  expect(session.json().code).toBe('not-signed-in')
  expect((await open(token, { code })).json().code).toBe('link-not-valid')
})

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('after five wrong codes the link is gone, for the right one too', async () => {
  const asked = await ask('p9@test.example')
  await arrived('p9@test.example', 1)
  const token = secretIn(mail.mailTo('p9@test.example'))
  const { code } = asked.json()
  for (let count = 1; count <= 5; count++)
    expect((await open(token, { code: wrong(code) })).json().code).toBe('link-code-not-valid')
  expect((await open(token, { code: wrong(code) })).json().code).toBe('link-not-valid')
  expect((await open(token, { code })).json().code).toBe('link-not-valid')
})

test('of the browser that asked nothing but a hash is kept, with the link', async () => {
  const before = cookieOf((await ask('nobody@test.example')).headers['set-cookie'])
  const asked = await ask('p10@test.example', undefined, before)
  await arrived('p10@test.example', 1)
  const cookie = cookieOf(asked.headers['set-cookie'])
  expect(cookie).toBe(before)
  const { rows } = await mail.running.database.office.execute<{ by: string }>(
    `SELECT encode(l.asked_by, 'hex') AS by FROM sign_in_link l JOIN person p ON p.id = l.person WHERE p.email = 'p10@test.example'`,
  )
  const value = cookie.slice('chorus_asked='.length)
  expect(rows).toEqual([{ by: createHash('sha256').update(value).digest('hex') }])
})

test('the answer is the same for an address that nobody has', async () => {
  const [known, unknown] = [await ask('p3@test.example'), await ask('nobody@test.example')]
  const told = ({ statusCode, body, headers }: typeof known) => [
    statusCode,
    body.replace(/\d{6}/, 'six digits'),
    Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'set-cookie'),
    String(headers['set-cookie']).replace(/=[\w-]{43};/, '=random;'),
  ]
  expect(told(unknown)).toEqual(told(known))
  await arrived('p3@test.example', 1)
  expect(caughtBy('nobody@test.example')).toEqual([])
})

test('the link ends after fifteen minutes, and its row, which ends at a quarter of an hour, does not tell when it was asked for', async () => {
  mail.running.clock.now = new Date('2026-03-02T09:07:31Z')
  const asked = await ask('p4@test.example')
  await arrived('p4@test.example', 1)
  const { rows } = await mail.running.database.office.execute<{ at: Date }>(
    `SELECT l.expires_at AS at FROM sign_in_link l JOIN person p ON p.id = l.person WHERE p.email = 'p4@test.example'`,
  )
  expect(rows.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-03-02T09:30:00.000Z'])
  const token = secretIn(mail.mailTo('p4@test.example'))
  const cookie = cookieOf(asked.headers['set-cookie'])
  mail.running.clock.now = new Date('2026-03-02T09:22:31Z')
  expect((await open(token, {}, cookie)).json().code).toBe('link-expired')
  const longer = token.replace(/[^.]+$/, 'zzzzzz')
  expect((await open(longer, {}, cookie)).json().code).toBe('link-not-valid')
  mail.running.clock.now = new Date('2026-03-02T09:22:30Z')
  expect((await open(token, {}, cookie)).statusCode).toBe(200)
})

test('three in a quarter of an hour, and the fourth gets the same answer and no mail', async () => {
  mail.running.clock.now = new Date('2026-03-02T10:00:00Z')
  for (let count = 1; count <= 3; count++) {
    await ask('p6@test.example')
    await arrived('p6@test.example', count)
  }
  const fourth = await ask('p6@test.example')
  expect(fourth.statusCode).toBe(202)
  mail.running.clock.now = new Date('2026-03-02T10:15:00Z')
  await ask('p6@test.example')
  await arrived('p6@test.example', 4)
  expect(mail.running.reported).toEqual([])
})

test('the limit for all counts every name, and ends with its period', () => {
  const limit = new RequestLimit({ each: 2, all: 3, periodMilliseconds: 1000 })
  const now = new Date(0)
  expect(['a', 'a', 'a', 'b', 'c'].map((name) => limit.allows(name, now))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ])
  expect(limit.allows('c', new Date(1000))).toBe(true)
})

test('without a mail server no link is offered, and HR is told that nothing can be sent', async () => {
  const running = await runApp(smallCompany())
  try {
    expect((await running.app.inject({ url: '/api/session/link' })).json()).toEqual({ offered: false })
    const payload = { email: 'red1@test.example' }
    const asked = await running.app.inject({ method: 'POST', url: '/api/session/link', payload })
    expect(asked.json().code).toBe('mail-not-set-up')
  } finally {
    await running.stop()
  }
})

test('an address that two organisations know gets one link for each, which says whose it is and leads there', async () => {
  const { office } = mail.running.database
  const { id } = await createOrganisation(office, 'Another employer')
  await withinOrganisation(id, () =>
    importOrganisation(
      office,
      id,
      {
        units: [Buffer.from('unit_id,parent_id,name\ntop,,Elsewhere')],
        people: [
          Buffer.from(
            'person_id,name,email,unit_id\np12,Both,p12@test.example,top\nq,Own,q@test.example,top',
          ),
        ],
      },
      mail.running.clock.now,
    ),
  )
  const first = await ask('p12@test.example', mail.wave)
  const cookie = cookieOf(first.headers['set-cookie'])
  const second = await ask('q@test.example', mail.wave, cookie)
  expect([second.statusCode, second.body]).toEqual([first.statusCode, first.body])
  await arrived('p12@test.example', 2)
  await arrived('q@test.example', 1)
  const entered = []
  for (const { raw } of [...caughtBy('p12@test.example'), ...caughtBy('q@test.example')]) {
    const letter = readMail(raw)
    const { organisation } = (await open(secretIn(letter), {}, cookie)).json()
    expect(letter.text).toContain(organisation.name)
    // The answer page of a wave is no place in another organisation.
    expect(letter.text.includes(mail.wave)).toBe(organisation.name === 'Test organisation')
    entered.push(organisation.name)
  }
  expect(entered.sort()).toEqual(['Another employer', 'Another employer', 'Test organisation'])
})
