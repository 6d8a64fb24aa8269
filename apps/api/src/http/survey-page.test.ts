import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { surveyPage } from './survey-page.ts'

const wave = '11111111-1111-4111-8111-111111111111'
const shell = '<html lang="en"><body><div id="root"></div></body></html>'
const app = Fastify()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chorus-survey-'))
  await mkdir(join(folder, 'server'))
  await writeFile(
    join(folder, 'server/serve-first-page.js'),
    `export const languageFor = (asked) => (asked.startsWith('de') ? 'de' : 'en')
     export const renderFirstPage = async (canonical, lang) => '<form>' + lang + ' $& ' + canonical + '</form>'`,
  )
  const send = await surveyPage(folder, shell, async (id) => (id === wave ? '{"open":1}' : undefined))
  app.get<{ Params: { wave: string } }>('/answer/:wave', async (request, reply) =>
    (await send(request, reply, request.params.wave)) ? reply : 'the shell',
  )
})

afterAll(() => rm(folder, { recursive: true }))

const url = `/answer/${wave}`

test('the statements of an open wave stand in the page, in the language that the browser asks for', async () => {
  const german = await app.inject({ url, headers: { 'accept-language': 'de-CH' } })
  expect(german.body).toBe(
    '<html lang="de" dir="ltr"><body><div id="root"><form>de $& {"open":1}</form></div></body></html>',
  )
  expect((await app.inject({ url })).body).toContain(
    '<html lang="en" dir="ltr"><body><div id="root"><form>en',
  )
  expect(german.headers).toMatchObject({
    vary: 'accept-language, accept-encoding',
    'cache-control': 'no-cache',
  })
})

test('the page is the same for everybody, whoever is signed in, and leaves no mark on the device', async () => {
  const nobody = await app.inject({ url })
  for (const cookie of ['session=one', 'session=another']) {
    const somebody = await app.inject({ url, headers: { cookie, 'user-agent': cookie } })
    expect(somebody.body).toBe(nobody.body)
    expect(somebody.headers.etag).toBe(nobody.headers.etag)
    expect(somebody.headers['set-cookie']).toBeUndefined()
  }
})

test('it goes out small where the browser can read that, and not at all where the browser has it', async () => {
  const { body, headers } = await app.inject({ url })
  const small = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
  expect(gunzipSync(small.rawPayload).toString()).toBe(body)
  const again = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('another address, a wave that is not open and pages that are not built get the script alone', async () => {
  for (const other of ['none', '22222222-2222-4222-8222-222222222222'])
    expect((await app.inject({ url: `/answer/${other}` })).body).toBe('the shell')
  const unbuilt = await surveyPage(join(folder, 'elsewhere'), shell, async () => '{}')
  const bare = Fastify()
  bare.get('/', async (request, reply) => ((await unbuilt(request, reply, wave)) ? reply : 'the shell'))
  expect((await bare.inject({ url: '/' })).body).toBe('the shell')
})
