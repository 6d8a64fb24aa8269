import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findLeakingSettings, leakingAmong } from '../src/settings-check.ts'
import { cloneTestDatabase, type TestDatabase } from './support/test-database.ts'
import { onServer } from './support/test-server.ts'

let place: TestDatabase
let name: string

beforeAll(async () => {
  place = await cloneTestDatabase()
  name = new URL(place.url).pathname.slice(1)
})

afterAll(() => place.drop())

const alter = (what: string) =>
  onServer(place.url, (client) => client.query(`ALTER DATABASE ${name} ${what}`))

beforeEach(() => alter('RESET ALL'))

const found = async () => (await findLeakingSettings(place.url)).map(({ name, value }) => `${name} ${value}`)

test.each([
  ['log_statement', 'all'],
  ['log_statement', 'ddl'],
  ['log_duration', 'on'],
  ['log_min_duration_statement', '0'],
  ['log_min_duration_statement', '500'],
  ['log_min_duration_sample', '100'],
  ['log_transaction_sample_rate', '0.5'],
  ['log_min_error_statement', 'error'],
  ['log_parameter_max_length', '-1'],
  ['log_parameter_max_length_on_error', '64'],
])('%s = %s is named, with what it leaks and how to mend it', async (setting, value) => {
  const before = await found()
  await alter(`SET ${setting} = '${value}'`)
  const leaking = await findLeakingSettings(place.url)
  expect(leaking.map(({ name }) => name)).toContain(setting)
  const one = leaking.find(({ name }) => name === setting)
  expect(one?.value).toBe(value)
  expect(one?.leaks).toMatch(/^(writes|keeps) /)
  expect(one?.remedy).toContain(`ALTER SYSTEM SET ${setting} = `)
  expect(leaking).toHaveLength(new Set([...before.map((line) => line.split(' ')[0]), setting]).size)
})

test.each([
  [{ shared_preload_libraries: 'pg_stat_statements, auto_explain' }, 'shared_preload_libraries'],
  [{ session_preload_libraries: 'pgaudit' }, 'session_preload_libraries'],
  // A login that may not read the lists still sees the settings that a loaded extension brings.
  [{ 'auto_explain.log_min_duration': '-1' }, 'shared_preload_libraries'],
])('an extension that writes statements down is found where it is loaded: %o', (values, where) => {
  expect(leakingAmong(new Map(Object.entries(values))).map(({ name }) => name)).toEqual([where])
})

test('a server with the settings that Chorus asks for has nothing to name', async () => {
  for (const [setting, value] of Object.entries({
    log_statement: 'none',
    log_duration: 'off',
    log_min_duration_statement: '-1',
    log_min_duration_sample: '-1',
    log_transaction_sample_rate: '0',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  }))
    await alter(`SET ${setting} = '${value}'`)
  expect(await found()).toEqual([])
})
