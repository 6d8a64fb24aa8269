import { addScimToken } from '@chorus/db/stores/scim-tokens'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { hashOfSecret } from '../src/access/sign-in-link.ts'
import { requirePermissions } from '../src/http/permission.ts'
import { newScimSecret } from '../src/scim/scim-token.ts'
import { otherId, routes, someId, someToken } from './support/permissions-table.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp

beforeAll(async () => {
  running = await runApp(smallCompany())
  await onServer(running.databaseUrl, (client) =>
    client.query(`WITH part AS (UPDATE person SET role = 'hr' WHERE external_id = 'green2' RETURNING organisation, id)
      INSERT INTO hr_scope SELECT organisation, id, 'green' FROM part`),
  )
  await onServer(running.databaseUrl, (client) =>
    client.query(`INSERT INTO delegation (organisation, giver, stand_in, units, from_day, until_day, reason)
      SELECT g.organisation, g.id, s.id, '{red}', '2026-03-01', '2026-03-31', '' FROM person g, person s
      WHERE g.external_id = 'red1' AND s.external_id = 'blue2'`),
  )
})

afterAll(() => running.stop())

const people = {
  employee: 'blue1@test.example',
  manager: 'red1@test.example',
  hr: 'top2@test.example',
  'stand-in': 'blue2@test.example',
  'part-hr': 'green2@test.example',
  administrator: 'tiny2@test.example',
  auditor: 'top3@test.example',
}

/** Permissions that look at no session. */
const withoutSession = ['everybody', 'anonymous', 'bounces', 'first-start']

test.each(routes.filter(([, , allowed]) => !withoutSession.includes(allowed)))(
  '%s %s is refused without sign-in, and to every role but: %s',
  async (method, url, allowed) => {
    const stranger = await running.app.inject({ method, url })
    expect(stranger.json()).toMatchObject({ code: 'not-signed-in', status: 401 })
    for (const [role, email] of Object.entries(people)) {
      const cookie = await running.signIn(email)
      const answer = await running.app.inject({ method, url, headers: { cookie } })
      if (allowed.split(' ').includes(role)) expect([401, 403], role).not.toContain(forbidden(answer))
      else expect(answer.json(), role).toMatchObject({ code: 'not-allowed', status: 403 })
    }
  },
)

/** 403 only when it is about the role: "not invited" is an answer, not a refused role. */
function forbidden(answer: { statusCode: number; body: string }): number {
  return answer.body.includes('"not-allowed"') || answer.body.includes('"not-signed-in"')
    ? answer.statusCode
    : 0
}

test('once there is an organisation, the first start is closed to strangers and to every role', async () => {
  for (const email of [null, ...Object.values(people)]) {
    const headers = email === null ? {} : { cookie: await running.signIn(email) }
    const answer = await running.app.inject({ method: 'POST', url: '/api/first-start', headers })
    expect(answer.json(), email ?? 'nobody').toMatchObject({ code: 'already-set-up', status: 409 })
  }
})

test('every anonymous route refuses a request that carries a cookie or an authorization', async () => {
  const cookie = await running.signIn(people.employee)
  const anonymous = routes.filter(([, , allowed]) => allowed === 'anonymous')
  expect(anonymous).toHaveLength(6)
  for (const [method, url] of anonymous)
    for (const headers of [{ cookie }, { authorization: 'Bearer x' }]) {
      const answer = await running.app.inject({ method, url, headers, payload: {} })
      expect(answer.json(), url).toMatchObject({ code: 'credentials-not-wanted', status: 400 })
    }
})

/** Identity providers ask for these; nothing else takes their token, and they take nothing else. */
const scimRoutes = [
  ['GET', '/scim/v2/ServiceProviderConfig'],
  ['GET', '/scim/v2/ResourceTypes'],
  ['GET', '/scim/v2/ResourceTypes/User'],
  ['GET', '/scim/v2/Schemas'],
  ['GET', '/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User'],
  ...['Users', 'Groups'].flatMap((kind) => [
    ['GET', `/scim/v2/${kind}`] as const,
    ['POST', `/scim/v2/${kind}`] as const,
    ...(['GET', 'PUT', 'PATCH', 'DELETE'] as const).map(
      (method) => [method, `/scim/v2/${kind}/${someId}`] as const,
    ),
  ]),
] as const

test('SCIM takes neither a session nor a personal token, whoever has it', async () => {
  const made = await running.app.inject({
    method: 'POST',
    url: '/api/tokens',
    headers: { cookie: await running.signIn(people.hr) },
    payload: { name: 'reports', endsOn: '2026-04-01' },
  })
  const wrong = [
    {},
    { cookie: await running.signIn(people.administrator) },
    { authorization: `Bearer ${made.json().secret}` },
    { authorization: `Bearer chorus-scim_${someToken}` },
    { authorization: 'Basic YTpi' },
  ]
  for (const [method, url] of scimRoutes)
    for (const headers of wrong) {
      const answer = await running.app.inject({ method, url, headers })
      expect(answer.json(), `${method} ${url}`).toMatchObject({ status: '401' })
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    }
})

test('every route of SCIM is in the list above', () => {
  const routes = running.app.printRoutes({ commonPrefix: false })
  const declared = [...routes.matchAll(/\/scim\/v2\S*/g)].map(([path]) => path)
  expect(declared.length).toBeGreaterThan(0)
  const listed = scimRoutes.map(([, url]) =>
    url.replace(someId, ':id').replace(/(Types|Schemas)\/.*/, '$1/:id'),
  )
  expect(declared.filter((path) => !listed.includes(path))).toEqual([])
})

test('a SCIM token opens nothing but SCIM', async () => {
  const { office } = running.database
  const secret = newScimSecret()
  const { organisation } = running
  await addScimToken(office, { organisation, name: 'IdP', tokenHash: hashOfSecret(secret) })
  const headers = { authorization: `Bearer ${secret}` }
  const known = await running.app.inject({ url: '/scim/v2/Users', headers })
  expect(known.statusCode).toBe(200)
  for (const [method, url, allowed] of routes.filter(([, , allowed]) => allowed !== 'everybody')) {
    const answer = await running.app.inject({ method, url, headers, payload: {} })
    const codes = { anonymous: ['credentials-not-wanted'], 'first-start': ['already-set-up'] }[allowed] ?? [
      'not-signed-in',
      'token-not-valid',
    ]
    expect(codes, `${method} ${url}`).toContain(answer.json().code)
  }
})

test('a route that declares no permission keeps the server from starting', async () => {
  const app = Fastify()
  const nobody = () => Promise.reject(new Error('nobody is asked'))
  requirePermissions(app, nobody, nobody, nobody, nobody, nobody)
  expect(() => app.get('/open-by-accident', () => 'secret')).toThrow('declares no permission')
  expect(() => app.get('/nobody', { config: { permission: [] } }, () => 'secret')).toThrow(
    'declares no permission',
  )
})

test('every operation of the API description is in the list of routes', async () => {
  const description = (await running.app.inject({ url: '/api/openapi.json' })).json()
  const described = Object.entries(description.paths as Record<string, Record<string, unknown>>)
    .flatMap(([path, operations]) => Object.keys(operations).map((verb) => `${verb.toUpperCase()} ${path}`))
    .filter((operation) => !operation.startsWith('HEAD'))
  const listed = routes.map(
    ([method, url]) =>
      `${method} ${url
        .replace(/\?.*/, '')
        .replace(`import/${someId}`, 'import/{import}')
        .replace(`sessions/${someId}`, 'sessions/{session}')
        .replace(`providers/${someId}`, 'providers/{organisation}')
        .replace(`unit-changes/${someId}`, 'unit-changes/{change}')
        .replace(`programmes/${someId}`, 'programmes/{programme}')
        .replace(`comments/${someId}`, 'comments/{comment}')
        .replace(`rule-changes/${someId}`, 'rule-changes/{change}')
        .replace(`rights/${someId}`, 'rights/{person}')
        .replace(`delegations/${someId}`, 'delegations/{delegation}')
        .replace(`actions/${someId}`, 'actions/{action}')
        .replace(/instruments.[0-9a-f-]{36}/, 'instruments/{instrument}')
        .replace('{instrument}/1', '{instrument}/{version}')
        .replace('file.csv', 'file.{ending}')
        .replace(`lessons/${someId}`, 'lessons/{lesson}')
        .replace(`community/lesson/${someId}`, 'community/{kind}/{id}')
        .replace(`replies/${otherId}`, 'replies/{reply}')
        .replace('reactions/useful', 'reactions/{reaction}')
        .replace(`/w/concerns/${someId}`, '/w/concerns/{organisation}')
        .replace(`/u/concerns/${someId}`, '/u/concerns/{organisation}')
        .replace(`/api/concerns/${someId}`, '/api/concerns/{concern}')
        .replace(`trusted-persons/${someId}`, 'trusted-persons/{trusted}')
        .replace(`moderation/lesson/${someId}`, 'moderation/{kind}/{id}')
        .replace(`written/lesson/${someId}`, 'written/{kind}/{id}')
        .replace('notification-wishes/reply', 'notification-wishes/{what}')
        .replace('followed-tags/release', 'followed-tags/{tag}')
        .replace(`reviews/${someId}`, 'reviews/{review}')
        .replace('lessons/0/moment', 'lessons/{place}/moment')
        .replace(`experiments/${someId}`, 'experiments/{experiment}')
        .replace(`reflections/${someId}`, 'reflections/{session}')
        .replace(`posts/${otherId}`, 'posts/{post}')
        .replace(`agreements/${someId}`, 'agreements/{version}')
        .replace(`recognitions/${someId}`, 'recognitions/{recognition}')
        .replace(`feedback/${someId}`, 'feedback/{feedback}')
        .replace(`feedback/requests/${someId}`, 'feedback/requests/{request}')
        .replace(`readiness/${someId}`, 'readiness/{topic}')
        .replace(`tokens/${someId}`, 'tokens/{token}')
        .replace(`people/${someId}`, 'people/{person}')
        .replace(`channels/${someId}`, 'channels/{channel}')
        .replace(someId, '{wave}')
        .replace(otherId, '{cohort}')
        .replace(someToken, '{token}')
        .replace('units/red', 'units/{unit}')}`,
  )
  expect(description.openapi).toBe('3.1.0')
  expect(described.sort()).toEqual([...listed].sort())
})
