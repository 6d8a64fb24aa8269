import { withinOrganisation } from '@chorus/db/organisation-scope'
import { createOrganisation } from '@chorus/db/stores/organisations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import { type ReleasedCompany, releasedCompany } from './support/released-company.ts'

let running: ReleasedCompany
let left: string

beforeAll(async () => {
  running = await releasedCompany(1)
  left = await running.signIn('left@test.example')
})

afterAll(() => running.stop())

type Made = { id: string; secret: string }

async function make(cookie: string, name = 'nightly', endsOn = '2026-04-01'): Promise<Made> {
  const answer = await running.app.inject({
    method: 'POST',
    url: '/api/tokens',
    headers: { cookie },
    payload: { name, endsOn },
  })
  expect(answer.statusCode).toBe(201)
  return answer.json()
}

const read = (url: string, secret: string) =>
  running.app.inject({ url, headers: { authorization: `Bearer ${secret}` } })
const revoke = (cookie: string, id: string) =>
  running.app.inject({ method: 'DELETE', url: `/api/tokens/${id}`, headers: { cookie } })
const trail = async () =>
  (
    await running.app.inject({
      url: '/api/audit-trail',
      headers: { cookie: await running.signIn('auditor@test.example') },
    })
  ).json().events

test('a token opens the reports and exports of its owner, and no more than these', async () => {
  const { secret } = await make(left)
  const units = (await read('/api/reports/units', secret)).json().units.map(({ id }: { id: string }) => id)
  expect(units).toEqual(['left', 'red', 'blue', 'tiny'])
  for (const url of ['units/red', 'units/red/comments', 'summary.csv', 'codebook.csv', 'report.xlsx'])
    expect((await read(`/api/reports/${url}`, secret)).statusCode, url).toBe(200)
  const byCookie = await running.app.inject({ url: '/api/reports/summary.csv', headers: { cookie: left } })
  expect((await read('/api/reports/summary.csv', secret)).body).toBe(byCookie.body)
  expect((await read('/api/reports/units/green', secret)).json().code).toBe('unknown-unit')
  for (const url of ['comments.csv', 'organisation', 'benchmark'])
    expect((await read(`/api/reports/${url}`, secret)).json().code, url).toBe('not-allowed')
})

test('every other route takes no token: those that are anonymous refuse it, and the rest ask for a sign-in', async () => {
  const { secret } = await make(await running.signIn('hr@test.example'))
  const description = (await running.app.inject({ url: '/api/openapi.json' })).json()
  const paths = description.paths as Record<string, Record<string, { security?: Record<string, unknown>[] }>>
  const opened: string[] = []
  for (const [path, operations] of Object.entries(paths))
    for (const [verb, { security }] of Object.entries(operations)) {
      const method = verb.toUpperCase()
      if (!['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) continue
      const url = path.replace(/\{\w+\}/g, running.organisation)
      const headers = { authorization: `Bearer ${secret}` }
      const { statusCode, body } = await running.app.inject({ method, url, headers })
      const refusedAsStranger = statusCode === 401 && body.includes('"not-signed-in"')
      const saysSo = security?.some((way) => 'personalToken' in way) === true
      if (saysSo) opened.push(`${method} ${path}`)
      if (security) expect(refusedAsStranger, `${method} ${path}`).toBe(!saysSo)
    }
  expect(opened.every((operation) => operation.startsWith('GET /api/reports/'))).toBe(true)
  expect(opened).toHaveLength(12)
  const collect = [`/u/${running.organisation}/send`, `/w/${running.organisation}/sheet`]
  for (const url of collect) {
    const headers = { authorization: `Bearer ${secret}` }
    const answer = await running.app.inject({ method: 'POST', url, headers, payload: {} })
    expect(answer.json().code).toBe('credentials-not-wanted')
  }
})

test('a token that ended, was revoked, was made up or is no bearer token opens nothing', async () => {
  const now = running.clock.now
  const ended = await make(left, 'short', '2026-03-04')
  expect((await read('/api/reports/units', ended.secret)).statusCode).toBe(200)
  running.clock.now = new Date('2026-03-04T23:59:00Z')
  expect((await read('/api/reports/units', ended.secret)).statusCode).toBe(200)
  running.clock.now = new Date('2026-03-05T00:00:00Z')
  expect((await read('/api/reports/units', ended.secret)).json().code).toBe('token-ended')
  running.clock.now = now

  const revoked = await make(left, 'mistake')
  expect((await revoke(left, revoked.id)).statusCode).toBe(204)
  expect((await read('/api/reports/units', revoked.secret)).json().code).toBe('token-not-valid')
  expect((await revoke(left, revoked.id)).json().code).toBe('unknown-token')

  for (const secret of ['', 'chorus_', `chorus_${'A'.repeat(43)}`, revoked.id])
    expect((await read('/api/reports/units', secret)).json().code, secret).toBe('token-not-valid')
  const basic = { authorization: 'Basic bGVmdDpsZWZ0' }
  const answer = await running.app.inject({ url: '/api/reports/units', headers: { ...basic, cookie: left } })
  expect(answer.json().code).toBe('token-not-valid')
})

test('nobody sees or revokes the token of somebody else, and a token makes no tokens', async () => {
  const { id, secret } = await make(left, 'mine')
  const green = await running.signIn('green@test.example')
  expect((await revoke(green, id)).json().code).toBe('unknown-token')
  const list = async (cookie: string) =>
    (await running.app.inject({ url: '/api/tokens', headers: { cookie } })).json().tokens
  expect(await list(green)).toEqual([])
  expect(await list(left)).toContainEqual({ id, name: 'mine', endsOn: '2026-04-01' })
  const payload = { name: 'more', endsOn: '2026-04-01' }
  const headers = { authorization: `Bearer ${secret}` }
  const more = await running.app.inject({ method: 'POST', url: '/api/tokens', headers, payload })
  expect(more.json().code).toBe('not-signed-in')
})

test.each(['2026-03-02', '2026-03-01', '2027-03-04', '2026-02-30'])(
  'a token cannot end on %s',
  async (endsOn) => {
    const answer = await running.app.inject({
      method: 'POST',
      url: '/api/tokens',
      headers: { cookie: left },
      payload: { name: 'never', endsOn },
    })
    expect(['token-end-not-possible', 'malformed-request']).toContain(answer.json().code)
  },
)

test('a token of another organisation reads that one and nothing of this', async () => {
  const other = (await createOrganisation(running.database.office, 'Another organisation')).id
  const imported = await withinOrganisation(other, () =>
    importOrganisation(
      running.database.office,
      other,
      {
        units: [Buffer.from('unit_id,parent_id,name\nleft,,Left elsewhere')],
        people: [
          Buffer.from(
            'person_id,name,email,unit_id,role,manages\nx,Xenia,x@elsewhere.example,left,,left\ny,Yan,y@elsewhere.example,left,,',
          ),
        ],
      },
      running.clock.now,
    ),
  )
  expect(imported.ok).toBe(true)
  const { secret } = await make(left)
  await onServer(running.databaseUrl, async (client) => {
    const { rows } = await client.query(`SELECT id FROM person WHERE organisation = $1 AND name = 'Xenia'`, [
      other,
    ])
    await client.query(
      `UPDATE personal_token SET organisation = $1, person = $2 WHERE name = 'nightly' AND token_hash = sha256($3)`,
      [other, rows[0].id, Buffer.from(secret)],
    )
  })
  expect((await read('/api/reports/units/left', secret)).json().code).toBe('no-release-yet')
  expect((await read(`/api/reports/summary.csv?programme=${running.programme}`, secret)).json().code).toBe(
    'no-release-yet',
  )
})

test('the rights are those that the owner has when the token is used', async () => {
  const green = await running.signIn('green@test.example')
  const { secret } = await make(green)
  expect((await read('/api/reports/units/green', secret)).statusCode).toBe(200)
  await onServer(running.databaseUrl, (client) => client.query(`DELETE FROM unit_lead WHERE unit = 'green'`))
  expect((await read('/api/reports/units/green', secret)).json().code).toBe('not-allowed')
  await onServer(running.databaseUrl, (client) =>
    client.query(`DELETE FROM person WHERE email = 'green@test.example'`),
  )
  expect((await read('/api/reports/units/green', secret)).json().code).toBe('token-not-valid')
})

test('the database holds a hash of the secret and nothing else of it', async () => {
  const { secret } = await make(left, 'look for me')
  const rows = await onServer(running.databaseUrl, async (client) => {
    const { rows } = await client.query(`SELECT t::text AS row FROM personal_token t`)
    return rows.map(({ row }) => String(row))
  })
  expect(rows.join('\n')).toContain('look for me')
  for (const text of [secret, secret.slice(7), secret.slice(7, 27), Buffer.from(secret).toString('hex')])
    expect(rows.join('\n')).not.toContain(text)
})

test('the audit trail knows who made and revoked what, and which reads came by a token', async () => {
  const { id, secret } = await make(left, 'for the trail')
  await read('/api/reports/units/red', secret)
  await revoke(left, id)
  const events = (await trail()).slice(0, 3)
  expect(events.map(({ actor, action }: Record<string, string>) => [actor, action])).toEqual([
    ['Lena Left', 'token revoked'],
    ['Lena Left (API: for the trail)', 'report read'],
    ['Lena Left', 'token made'],
  ])
  expect(JSON.stringify(events)).not.toContain(secret.slice(7, 27))
})
