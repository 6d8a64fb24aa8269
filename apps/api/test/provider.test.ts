import { present } from '@chorus/basics/assert'
import { providerTry } from '@chorus/contracts/sign-in'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { createOrganisation } from '@chorus/db/stores/organisations'
import {
  findSignInProvider,
  removeSignInProvider,
  setSignInProvider,
} from '@chorus/db/stores/sign-in-providers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import { cookieOf, type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { startTestProvider, type TestProvider } from './support/test-provider.ts'
import { WalkingBrowser } from './support/walking-browser.ts'

let running: RunningApp
let provider: TestProvider
let address: string
let administrator: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  running.clock.now = new Date()
  address = await running.app.listen({ host: '127.0.0.1', port: 0 })
  provider = await startTestProvider([`${address}/api/sign-in/callback`])
  administrator = await running.signIn('tiny2@test.example')
})

afterAll(async () => {
  await provider?.stop()
  await running?.stop()
})

const usual = () => ({
  name: 'Test account',
  issuer: provider.issuer,
  ...provider.client,
  match: 'email',
  claim: 'email',
  domains: ['test.example'],
  offered: true,
})

const set = (changes: Record<string, unknown> = {}) =>
  running.app.inject({
    method: 'PUT',
    url: '/api/sign-in-settings/provider',
    headers: { cookie: administrator },
    payload: { ...usual(), ...changes },
  })

const are = (email: string, more: Record<string, unknown> = {}) => ({
  sub: email,
  claims: { email, email_verified: true, ...more },
})

beforeEach(async () => {
  running.clock.now = new Date()
  provider.forge = null
  provider.account = are('red1@test.example')
  expect((await set()).json()).toEqual({ waits: false })
})

/** What the settings page is told of the try that has just ended. */
async function triedBy(browser: WalkingBrowser): Promise<{ tried: unknown }> {
  const answer = await browser.step(`${address}/api/sign-in-settings/tried`)
  return providerTry.parse(await answer.json())
}

const start = (organisation = running.organisation, to = '/') =>
  `${address}/api/sign-in/providers/${organisation}?to=${encodeURIComponent(to)}`

/** Where somebody with this browser comes out, as a path of the app. */
async function comesOut(browser = new WalkingBrowser(), from = start()): Promise<string> {
  return (await browser.walk(from)).slice(address.length)
}

async function whoIs(browser: WalkingBrowser): Promise<unknown> {
  const cookie = browser.cookies(new URL(address).host)
  const read = (await running.app.inject({ url: '/api/session', headers: { cookie } })).json()
  return read.person?.email ?? read.code
}

test('somebody on the roster comes back signed in, where the way began, and PKCE was used', async () => {
  const offers = await running.app.inject({ url: '/api/sign-in/providers' })
  expect(offers.json()).toEqual({
    providers: [{ organisation: running.organisation, name: 'Test account' }],
    asksAddress: false,
  })
  const browser = new WalkingBrowser()
  expect(await comesOut(browser, start(running.organisation, '/stored'))).toBe('/stored')
  expect(await whoIs(browser)).toBe('red1@test.example')
  expect(provider.asked.verifier).toMatch(/^[A-Za-z0-9_-]{43,}$/)
})

test('the way back never leads to another site', async () => {
  expect(await comesOut(new WalkingBrowser(), start(running.organisation, '//evil.example/'))).toBe('/')
})

const ten = 10 * 60

test.each<[what: string, forge: NonNullable<TestProvider['forge']>]>([
  ['another nonce', ({ claims }) => Object.assign(claims, { nonce: 'another one' })],
  ['no nonce', ({ claims }) => Reflect.deleteProperty(claims, 'nonce')],
  ['another issuer', ({ claims }) => Object.assign(claims, { iss: 'https://elsewhere.example' })],
  ['another audience', ({ claims }) => Object.assign(claims, { aud: 'another-client' })],
  ['a time that is over', ({ claims }) => Object.assign(claims, { exp: Date.now() / 1000 - ten })],
  ['a time to come', ({ claims }) => Object.assign(claims, { nbf: Math.ceil(Date.now() / 1000) + ten })],
  ['no signature', ({ header }) => Object.assign(header, { alg: 'none' })],
  ['a signature by a shared secret', ({ header }) => Object.assign(header, { alg: 'HS256' })],
  ['another key', ({ header }) => Object.assign(header, { kid: 'of somebody else' })],
])('an ID token with %s signs nobody in', async (_, forge) => {
  provider.forge = forge
  const browser = new WalkingBrowser()
  expect(await comesOut(browser)).toBe('/sign-in?refused=provider-answer-not-valid')
  expect(await whoIs(browser)).toBe('not-signed-in')
})

test('what the provider sends back counts only in the browser that set out, once, with its state, for ten minutes', async () => {
  const back = (at: string) => at.startsWith(`${address}/api/sign-in/callback`)
  const browser = new WalkingBrowser()
  const callback = await browser.walk(start(), back)
  expect(await comesOut(new WalkingBrowser(), callback)).toBe('/sign-in?refused=sign-in-not-started-here')
  const altered = callback.replace(/state=[^&]+/, 'state=another')
  expect(await comesOut(browser, altered)).toBe('/sign-in?refused=provider-answer-not-valid')
  expect(await comesOut(browser, callback)).toBe('/sign-in?refused=sign-in-not-started-here')

  const late = new WalkingBrowser()
  const lateCallback = await late.walk(start(), back)
  running.clock.now = new Date(Date.now() + 11 * 60_000)
  expect(await comesOut(late, lateCallback)).toBe('/sign-in?refused=sign-in-not-started-here')
})

test('an address that the provider did not verify, of another domain, or of nobody here lets nobody in', async () => {
  provider.account = are('red1@test.example', { email_verified: false })
  expect(await comesOut()).toBe('/sign-in?refused=email-not-verified')
  provider.account = are('red1@other.example')
  expect(await comesOut()).toBe('/sign-in?refused=domain-not-allowed')
  provider.account = are('stranger@test.example')
  expect(await comesOut()).toBe('/sign-in?refused=not-on-roster')
  provider.account = { sub: 'x', claims: {} }
  expect(await comesOut()).toBe('/sign-in?refused=claim-missing')
})

test('who was invited to a wave and is refused stays at the sign-in page of that wave', async () => {
  provider.account = are('stranger@test.example')
  const wave = '00000000-0000-4000-8000-000000000001'
  const invited = start(running.organisation, `/answer/${wave}`)
  expect(await comesOut(new WalkingBrowser(), invited)).toBe(`/sign-in/${wave}?refused=not-on-roster`)
})

test('somebody of another organisation is not let in, although the address is known there', async () => {
  const { office } = running.database
  const other = (await createOrganisation(office, 'Other organisation')).id
  await withinOrganisation(other, () =>
    importOrganisation(
      office,
      other,
      {
        units: [Buffer.from('unit_id,parent_id,name\ntop,,Top')],
        people: [Buffer.from('person_id,name,email,unit_id\no1,Other,only-there@test.example,top')],
      },
      running.clock.now,
    ),
  )
  provider.account = are('only-there@test.example')
  expect(await comesOut()).toBe('/sign-in?refused=not-on-roster')
  expect(await comesOut(new WalkingBrowser(), start(other))).toBe('/sign-in?refused=provider-not-set-up')
})

test('another claim is compared with the id on the roster', async () => {
  await set({ match: 'external-id', claim: 'employee_number', domains: [] })
  provider.account = { sub: 'x', claims: { employee_number: 'blue2' } }
  const browser = new WalkingBrowser()
  expect(await comesOut(browser)).toBe('/')
  expect(await whoIs(browser)).toBe('blue2@test.example')
})

test('what is not offered can be tried by the administrator alone, and signs nobody in', async () => {
  await set({ offered: false })
  expect((await running.app.inject({ url: '/api/sign-in/providers' })).json()).toEqual({
    providers: [],
    asksAddress: false,
  })
  expect(await comesOut()).toBe('/sign-in?refused=provider-not-set-up')
  const browser = new WalkingBrowser()
  browser.keep(new URL(address).host, administrator)
  const tried = () => triedBy(browser)
  expect(await comesOut(browser, `${address}/api/sign-in-settings/try`)).toBe('/sign-in-settings')
  expect(await tried()).toEqual({
    tried: { refusal: null, said: null, value: 'red1@test.example', person: 'Person red1' },
  })
  expect(await tried()).toEqual({ tried: null })
  expect(await whoIs(browser)).toBe('tiny2@test.example')
})

test('among several organisations nobody is shown which: an address is offered the service of its domain, whether anybody has it', async () => {
  const { app, database, organisation } = running
  const row = present(await findSignInProvider(database.office, organisation), 'the provider')
  const customer = await createOrganisation(database.office, 'Secret customer')
  await withinOrganisation(customer.id, () =>
    setSignInProvider(database.office, {
      ...row,
      organisation: customer.id,
      name: 'Secret customer account',
      domains: ['customer.example'],
    }),
  )
  const url = '/api/sign-in/providers'
  expect((await app.inject({ url })).json()).toEqual({ providers: [], asksAddress: true })
  const named = async (one: string) => (await app.inject({ url: `${url}?organisation=${one}` })).json()
  const own = [{ organisation, name: 'Test account' }]
  expect(await named(organisation)).toEqual({ providers: own, asksAddress: true })
  expect(await named(customer.id.replace(/.$/, 'x'))).toEqual({ providers: [], asksAddress: true })

  const ask = (email: string) => app.inject({ method: 'POST', url, payload: { email } })
  const [known, unknown] = [await ask('Red1@Test.example'), await ask('nobody@test.example')]
  expect(known.json()).toEqual({ providers: own })
  expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body])
  for (const email of ['red1@elsewhere.example', 'customer.example@test.org', 'no address'])
    expect((await ask(email)).json(), email).toEqual({ providers: [] })
  await withinOrganisation(customer.id, () => removeSignInProvider(database.office, customer.id))
})

test('a wrong secret is said in the words of the provider', async () => {
  await set({ clientSecret: 'wrong' })
  expect(await comesOut()).toBe('/sign-in?refused=provider-refuses-chorus')
  const browser = new WalkingBrowser()
  browser.keep(new URL(address).host, administrator)
  await browser.walk(`${address}/api/sign-in-settings/try`)
  const { tried } = await triedBy(browser)
  expect(tried).toMatchObject({
    refusal: 'provider-refuses-chorus',
    said: expect.stringContaining('invalid_client'),
  })
})

test('only an issuer that is there, at https, is stored, and its secret is never sent elsewhere', async () => {
  const codeOf = async (changes: Record<string, unknown>) => (await set(changes)).json().code
  expect(await codeOf({ issuer: 'http://idp.example.org' })).toBe('issuer-not-https')
  expect(await codeOf({ issuer: 'http://169.254.169.254/latest' })).toBe('issuer-not-https')
  expect(await codeOf({ issuer: 'https://name:password@idp.example.org' })).toBe('issuer-not-https')
  expect(await codeOf({ issuer: 'ftp://idp.example.org' })).toBe('issuer-not-https')
  expect(await codeOf({ issuer: 'no address' })).toBe('malformed-request')
  expect(await codeOf({ issuer: address })).toBe('provider-not-reached')
  expect(await codeOf({ issuer: 'http://127.0.0.1:9' })).toBe('provider-not-reached')
  expect(await codeOf({ clientId: 'another', clientSecret: undefined })).toBe('client-secret-missing')
  expect((await set({ clientSecret: undefined, name: 'Renamed' })).statusCode).toBe(200)
  expect(await comesOut()).toBe('/')
})

test('the secret is not in the database as it is, not in any answer and not in the trail, which notes the change', async () => {
  const settings = await running.app.inject({
    url: '/api/sign-in-settings',
    headers: { cookie: administrator },
  })
  expect(settings.json().provider).toMatchObject({ hasSecret: true, issuer: provider.issuer })
  const { rows } = await running.database.office.execute(
    `SELECT encode(client_secret, 'escape') AS sealed FROM sign_in_provider`,
  )
  const trail = await running.app.inject({
    url: '/api/audit-trail',
    headers: { cookie: await running.signIn('top3@test.example') },
  })
  expect(trail.json().events[0]).toMatchObject({ action: 'sign-in provider set', actor: 'Person tiny2' })
  for (const text of [settings.body, trail.body, JSON.stringify(rows)])
    expect(text).not.toContain(provider.client.clientSecret)
})

test('signing out offers to sign out there, too; to whoever came by a link it does not', async () => {
  const browser = new WalkingBrowser()
  await browser.walk(start())
  const out = (cookie: string) =>
    running.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie, host: new URL(address).host },
    })
  const { alsoAt } = (await out(browser.cookies(new URL(address).host, '/api/session'))).json()
  expect(alsoAt.name).toBe('Test account')
  expect(alsoAt.address).toContain(`${provider.issuer}/session/end?`)
  expect((await fetch(alsoAt.address)).status).toBe(200)
  expect((await out(await running.signIn('red2@test.example'))).statusCode).toBe(204)
})

test('nothing of who came by a provider, or when, is written', async () => {
  const tables = async () => {
    const { rows } = await running.database.office.execute(
      `SELECT (SELECT count(*)::int FROM audit_event) AS events, (SELECT xmin::text FROM sign_in_provider) AS row`,
    )
    return rows
  }
  const before = await tables()
  await comesOut()
  expect(await tables()).toEqual(before)
  expect(running.reported).toEqual([])
})

test('a session by a provider travels in the same cookie as any other', async () => {
  const browser = new WalkingBrowser()
  const callback = await browser.walk(start(), (at) => at.startsWith(`${address}/api/sign-in/callback`))
  const headers = (await browser.step(callback)).headers.getSetCookie()
  const session = headers.find((line) => line.startsWith('chorus_session='))
  expect(session).toContain('HttpOnly')
  expect(session).toContain('SameSite=Strict')
  expect(cookieOf(session)).toMatch(/^chorus_session=/)
})
