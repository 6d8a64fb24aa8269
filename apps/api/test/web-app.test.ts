import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@chorus/db/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneTestDatabase } from '../../../packages/db/test/support/test-database.ts'
import { buildApp } from '../src/app.ts'
import type { AnonymousHost } from '../src/http/anonymous-host.ts'
import type { App } from '../src/http/zod-app.ts'
import { ReminderMarks } from '../src/mail/reminder-marks.ts'
import { folderVault } from '../src/vault/folder-vault.ts'
import { SealedTexts } from '../src/vault/sealed-texts.ts'

let app: App
let separated: App
let stop: () => Promise<void>

beforeAll(async () => {
  const place = await cloneTestDatabase()
  const database = openDatabase(place.url)
  const webFolder = await mkdtemp(join(tmpdir(), 'chorus-web-'))
  await mkdir(join(webFolder, 'assets'))
  await writeFile(join(webFolder, 'index.html'), '<head><title>the app</title></head>')
  await writeFile(join(webFolder, 'answer.html'), '<head><title>the survey</title></head>')
  await writeFile(join(webFolder, 'assets/app-123.js'), 'export {}')
  await writeFile(join(webFolder, 'assets/app-123.js.br'), 'small')
  const build = (anonymousHost: AnonymousHost | null) =>
    buildApp({
      database,
      vault: folderVault(join(webFolder, 'vault')),
      marks: new ReminderMarks(new Uint8Array(32)),
      secrets: new SealedTexts(new Uint8Array(32)),
      pagesAt: null,
      mail: null,
      channels: null,
      now: () => new Date(),
      sessionSecret: 'a secret that only tests use, 32 bytes',
      secureCookies: true,
      anonymousHost,
      webFolder,
      report: (line) => {
        throw new Error(line)
      },
    })
  app = await build(null)
  separated = await build({ origin: 'https://ballots.example.org', pagesAt: 'https://chorus.example.org' })
  stop = async () => {
    await app.close()
    await separated.close()
    await database.close()
    await place.drop()
    await rm(webFolder, { recursive: true })
  }
})

afterAll(() => stop())

test('pages allow nothing from elsewhere: no script, frame, form or referrer', async () => {
  const { headers } = await app.inject({ url: '/' })
  expect(headers['content-security-policy']).toBe(
    "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
  )
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('a path of the app is its page, the survey has a page of its own, assets are kept for good', async () => {
  expect((await app.inject({ url: '/reports/red?x=1' })).body).toContain('the app')
  expect((await app.inject({ url: '/answer/some-wave' })).body).toContain('the survey')
  const asset = await app.inject({ url: '/assets/app-123.js' })
  expect(asset.headers['cache-control']).toContain('immutable')
  expect((await app.inject({ url: '/' })).headers['cache-control']).toBe('no-cache')
})

test('an asset goes out small where the browser can read that, under its own name and type, and nowhere else', async () => {
  const url = '/assets/app-123.js'
  const small = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
  expect(small.body).toBe('small')
  expect(small.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
  expect(small.headers['content-type']).toContain('javascript')
  expect(small.headers['cache-control']).toContain('immutable')
  expect((await app.inject({ url })).body).toBe('export {}')
  expect((await app.inject({ url: `${url}.br` })).statusCode).toBe(404)
})

test('with a host name of its own for answers, each page names it and may reach it; the assets do not change', async () => {
  for (const url of ['/', '/index.html', '/reports/red', '/answer/some-wave', '/answer.html']) {
    const { body, headers } = await separated.inject({ url })
    expect(body, url).toContain(
      '<meta name="chorus-anonymous-origin" content="https://ballots.example.org" />',
    )
    expect(headers['content-security-policy'], url).toContain(
      "connect-src 'self' https://ballots.example.org;",
    )
    expect((await app.inject({ url })).body, url).not.toContain('anonymous-origin')
  }
  expect((await separated.inject({ url: '/assets/app-123.js' })).body).toBe('export {}')
})

test('what is not there is a problem document, also when it climbs out of the folder', async () => {
  for (const url of [
    '/assets/none.js',
    '/api/none',
    '/../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
  ])
    expect((await app.inject({ url })).json(), url).toMatchObject({ code: 'not-found', status: 404 })
  expect((await app.inject({ method: 'POST', url: '/' })).json()).toMatchObject({ code: 'not-found' })
})
