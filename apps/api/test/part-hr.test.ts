import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { type ReleasedCompany, releasedCompany } from './support/released-company.ts'

let running: ReleasedCompany
let part: string
let manager: string

beforeAll(async () => {
  running = await releasedCompany()
  // Sam of Red works as HR for Left. Lena leads Left: what Sam may read is what she may.
  await onServer(running.databaseUrl, async (client) => {
    await client.query(`UPDATE person SET role = 'hr' WHERE external_id = 'somebody'`)
    await client.query(
      `INSERT INTO hr_scope SELECT organisation, id, 'left' FROM person WHERE external_id = 'somebody'`,
    )
  })
  part = await running.signIn('somebody@test.example')
  manager = await running.signIn('left@test.example')
})

afterAll(() => running.stop())

const get = (url: string, cookie: string) => running.app.inject({ url, headers: { cookie } })

test('HR of a part reads, compares and exports the units of that part and below, and not one byte of another', async () => {
  const readable = [
    '/api/reports/units',
    '/api/reports/units/left',
    '/api/reports/units/red',
    '/api/reports/units/red/comments',
    '/api/reports/heatmap',
    '/api/reports/map',
    '/api/reports/summary.csv',
    '/api/reports/codebook.csv',
    '/api/actions/owners?unit=red',
  ]
  for (const url of readable) {
    const [mine, managers] = await Promise.all([get(url, part), get(url, manager)])
    expect(mine.statusCode, url).toBe(200)
    expect(mine.body, url).toBe(managers.body)
    expect(mine.body, url).not.toMatch(/Green|Grey/)
  }
})

test('units of other parts are as unknown to it as units that do not exist', async () => {
  const wave = running.waves[0]?.id
  for (const unit of ['green', 'grey', 'right', 'top', 'no-such-unit'])
    for (const path of ['', '/comments', `/conversations?wave=${wave}`]) {
      const url = `/api/reports/units/${unit}${path}`
      expect((await get(url, part)).json().code, url).toBe('unknown-unit')
    }
  for (const unit of ['green', 'right', 'no-such-unit'])
    expect((await get(`/api/actions?unit=${unit}`, part)).json().code, unit).toBe('unknown-unit')
  const action = { unit: 'green', title: 'x', owner: { name: 'x' }, due: '2026-05-01' }
  const added = await running.app.inject({
    method: 'POST',
    url: '/api/actions',
    headers: { cookie: part },
    payload: action,
  })
  expect(['unknown-unit', 'malformed-request']).toContain(added.json().code)
})

test('of the organisation it sees its part of the tree', async () => {
  const tree = (await get('/api/organisation', part)).json()
  const seen = tree.units.map(({ id, parent }: { id: string; parent: string | null }) => `${id} in ${parent}`)
  expect(seen.sort()).toEqual(['blue in left', 'left in null', 'red in left', 'tiny in left'])
  expect(JSON.stringify(tree)).not.toMatch(/Green|Grey|Right/)
})

test('a token of HR of a part reads that part and no more', async () => {
  const made = await running.app.inject({
    method: 'POST',
    url: '/api/tokens',
    headers: { cookie: part },
    payload: { name: 'nightly', endsOn: '2026-04-01' },
  })
  const headers = { authorization: `Bearer ${made.json().secret}` }
  expect((await running.app.inject({ url: '/api/reports/units/red', headers })).statusCode).toBe(200)
  expect((await running.app.inject({ url: '/api/reports/units/green', headers })).json().code).toBe(
    'unknown-unit',
  )
  expect((await running.app.inject({ url: '/api/reports/overview', headers })).json().code).toBe(
    'not-allowed',
  )
})

test('when the part is gone, it reads its own unit and nothing by its role; it does not become HR of the whole', async () => {
  await onServer(running.databaseUrl, (client) => client.query(`UPDATE hr_scope SET unit = 'gone'`))
  expect((await get('/api/reports/units/blue', part)).json().code).toBe('unknown-unit')
  expect((await get('/api/programmes', part)).json().code).toBe('not-allowed')
  expect((await get('/api/organisation', part)).json().units).toEqual([])
  await onServer(running.databaseUrl, (client) => client.query(`UPDATE hr_scope SET unit = 'left'`))
})
