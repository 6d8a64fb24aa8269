import { openDatabase } from '@chorus/db/database'
import { action } from '@chorus/db/schema/actions'
import { releaseComment } from '@chorus/db/schema/publish'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { copyOfRows } from '../../../packages/db/test/support/every-table.ts'
import { makeSignInLink } from '../src/access/sign-in-link.ts'
import { anyBody } from './support/any-body.ts'
import { openWaveOverHttp } from './support/play-wave.ts'
import { type ReleasedCompany, releasedCompany } from './support/released-company.ts'
import { cookieOf } from './support/running-app.ts'
import { addTwin, type Twin, twinMark } from './support/twin-organisation.ts'
import { upload } from './support/upload.ts'

type Route = { readonly method: string; readonly path: string; readonly operation: Operation }
type Operation = {
  readonly parameters?: readonly { name: string; in: string }[]
  readonly requestBody?: { content?: Record<string, { schema: object }> }
}

const roles = {
  employee: 'somebody@test.example',
  manager: 'left@test.example',
  hr: 'hr@test.example',
  administrator: 'admin@test.example',
  auditor: 'auditor@test.example',
}

let running: ReleasedCompany
let twin: Twin
let routes: readonly Route[]
/** Ids of the own organisation, by the names that routes give them. */
let own: Record<string, string>
let theirs: Record<string, string>

beforeAll(async () => {
  running = await releasedCompany(2)
  const { office, closer } = running.database
  const { organisation, programme } = running
  await office.execute(
    `INSERT INTO person (organisation, external_id, name, email, unit, role, language, cuts)
     VALUES ('${organisation}', 'admin', 'Ada Admin', 'admin@test.example', 'red', 'administrator', 'en', '{}')`,
  )
  const hr = await running.signIn(roles.hr)
  const manager = await running.signIn(roles.manager)
  const { wave } = await openWaveOverHttp(running, hr)
  const released = running.waves.at(-1)?.id ?? ''
  const made = await running.app.inject({
    method: 'POST',
    url: '/api/tokens',
    headers: { cookie: manager },
    payload: { name: 'nightly', endsOn: '2026-03-31' },
  })
  const comment = '11111111-1111-4111-8111-111111111111'
  await closer
    .insert(releaseComment)
    .values({ organisation, wave: released, id: comment, scale: 'belonging', unit: 'red', text: 'Ours' })
  const [planned] = await office
    .insert(action)
    .values({
      organisation,
      unit: 'red',
      title: 'Meet less',
      ownerName: 'All',
      due: '2026-04-01',
      state: 'planned',
      notes: [],
      changed: '2026-03-01',
    })
    .returning()
  twin = await addTwin(running.databaseUrl, organisation)
  own = {
    wave,
    programme,
    comment,
    action: planned?.id ?? '',
    token: made.json().id,
    cohort: comment,
    unit: 'red',
  }
  theirs = Object.fromEntries(Object.entries(own).map(([name, id]) => [name, twin.idOf(id)]))
  const description = (await running.app.inject({ url: '/api/openapi.json' })).json()
  routes = Object.entries<Record<string, Operation>>(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, operation]) => ({ method: verb.toUpperCase(), path, operation })),
  )
})

afterAll(() => running.stop())

/** Asked for without a sign-in: whoever knows a wave's id may read what it asks, in whichever organisation. */
const isForEverybody = ({ path }: Route) =>
  (/^\/[wu]\//.test(path) && path !== '/w/{wave}/ballot') || path.includes('reminders/{token}')

function asked({ path, operation }: Route, ids: Record<string, string>): { url: string; payload?: object } {
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? 'red'))
  const query = (operation.parameters ?? [])
    // The trail's "action" is a word, and no id of one.
    .filter((one) => one.in === 'query' && one.name !== 'action' && ids[one.name] !== undefined)
    .map((one) => `${one.name}=${encodeURIComponent(ids[one.name] ?? '')}`)
  const schema = operation.requestBody?.content?.['application/json']?.schema
  const payload = schema && anyBody(schema, ids)
  return {
    url: query.length > 0 ? `${at}?${query.join('&')}` : at,
    ...(typeof payload === 'object' && payload !== null && { payload }),
  }
}

async function ask(route: Route, cookie: string, ids: Record<string, string>) {
  return running.app.inject({
    method: methodOf(route.method),
    ...asked(route, ids),
    headers: isForEverybody(route) ? {} : { cookie },
  })
}

function methodOf(method: string): 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' {
  for (const one of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const) if (one === method) return one
  throw new Error(`what is ${method}?`)
}

test('the twin is there, and its own people read it: the mark would be seen', async () => {
  const twins = openDatabase(running.databaseUrl, { organisation: twin.organisation })
  const link = await makeSignInLink(twins.office, twin.organisation, roles.hr, {
    now: running.clock.now,
    hoursValid: 1,
    reusable: false,
  })
  await twins.close()
  const token = link.ok ? link.value.path.split('#')[1] : ''
  const entered = await running.app.inject({ method: 'POST', url: '/api/session', payload: { token } })
  expect(entered.json().organisation.name).toBe(`${twinMark}Test organisation`)
  const cookie = cookieOf(entered.headers['set-cookie'])
  const marked: string[] = []
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const answer = await ask(route, cookie, theirs)
    if (answer.body.includes(twinMark)) marked.push(route.path)
  }
  expect(marked).toEqual(
    expect.arrayContaining([
      '/api/session',
      '/api/organisation',
      '/api/programmes',
      '/api/waves/{wave}/poster',
      '/api/reports/units',
      '/api/reports/units/{unit}',
      '/api/reports/summary.csv',
      '/api/actions',
      '/api/audit-trail',
      '/w/{wave}/manifest',
    ]),
  )
})

test.each(Object.entries(roles))(
  'every route, asked as %s with ids of another organisation in every place, gives nothing of it and changes nothing in it',
  async (_role, email) => {
    const before = await copyOfRows(running.databaseUrl, twin.organisation)
    expect(before.wave).toHaveLength(3)
    let cookie = await running.signIn(email)
    for (const route of routes) {
      const answer = await ask(route, cookie, theirs)
      if (route.path === '/api/session') cookie = await running.signIn(email)
      if (!isForEverybody(route)) expect(answer.body, `${route.method} ${route.path}`).not.toContain(twinMark)
      expect(answer.statusCode, `${route.method} ${route.path}`).not.toBe(500)
    }
    expect(await copyOfRows(running.databaseUrl, twin.organisation)).toEqual(before)
    expect(running.reported).toEqual([])
  },
)

test('whatever managers and HR do in their own organisation, another one with the same units and people stays as it is', async () => {
  const before = await copyOfRows(running.databaseUrl, twin.organisation)
  const mine = await copyOfRows(running.databaseUrl, running.organisation)
  for (const email of [roles.manager, roles.hr]) {
    let cookie = await running.signIn(email)
    for (const route of routes) {
      const answer = await ask(route, cookie, own)
      if (route.path === '/api/session') cookie = await running.signIn(email)
      expect(answer.body, `${route.method} ${route.path}`).not.toContain(twinMark)
    }
  }
  const cookie = await running.signIn(roles.hr)
  const files = {
    units: 'unit_id,parent_id,name\ntop,,Only',
    people: 'person_id,name,email,unit_id,role\nhr,Hanna HR,hr@test.example,top,hr',
  }
  const uploaded = await upload(running, { url: '/api/organisation/import', cookie }, files)
  expect(uploaded.statusCode, uploaded.body).toBe(200)
  const { id, columns } = uploaded.json()
  const step = (name: string, payload: object) =>
    running.app.inject({
      method: 'POST',
      url: `/api/organisation/import/${id}/${name}`,
      headers: { cookie },
      payload,
    })
  const meanings = columns.map(({ meaning }: { meaning: string }) => meaning)
  const { fingerprint, history, stop } = (await step('preview', { columns: meanings })).json()
  const imported = await step('confirm', { fingerprint, history, number: stop?.number ?? null })
  expect(imported.statusCode, imported.body).toBe(200)
  expect(await copyOfRows(running.databaseUrl, twin.organisation)).toEqual(before)
  const after = await copyOfRows(running.databaseUrl, running.organisation)
  // Not for want of trying: the wave is closed and published, the roster gone, most people have left.
  expect(after.unit?.length).toBeLessThan(mine.unit?.length ?? 0)
  expect(after.person).not.toEqual(mine.person)
  expect(after.release?.length).toBeGreaterThan(mine.release?.length ?? 0)
  expect(after.roster).toEqual([])
})

const named = z.object({ name: z.string() })
const nameOf = z.object({ organisation: named })

test('many requests of both organisations at once get their own each', async () => {
  const twins = openDatabase(running.databaseUrl, { organisation: twin.organisation })
  const linkOf = async (organisation: string, office: typeof twins.office) => {
    const options = { now: running.clock.now, hoursValid: 1, reusable: true }
    const link = await makeSignInLink(office, organisation, roles.hr, options)
    return link.ok ? (link.value.path.split('#')[1] ?? '') : ''
  }
  const links = {
    own: await linkOf(running.organisation, running.database.office),
    twin: await linkOf(twin.organisation, twins.office),
  }
  await twins.close()
  const address = await running.app.listen({ port: 0, host: '127.0.0.1' })
  const enter = async (token: string) => {
    const answer = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    const entered = nameOf.parse(await answer.json())
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const units = await fetch(`${address}/api/organisation`, { headers: { cookie } })
    return [entered.organisation.name, named.parse(await units.json()).name]
  }
  const asked = Array.from({ length: 120 }, (_, at) => (at * 7) % 3 === 0)
  const answers = await Promise.all(asked.map((isTwin) => enter(isTwin ? links.twin : links.own)))
  expect(answers).toEqual(
    asked.map((isTwin) => {
      const name = `${isTwin ? twinMark : ''}Test organisation`
      return [name, name]
    }),
  )
}, 60_000)
