import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from './problem.ts'
import { request, requestUnnamed } from './request.ts'

beforeEach(() => pageThatSays(undefined))
afterEach(() => vi.unstubAllGlobals())

/** A page whose head names the anonymous host, or does not. */
function pageThatSays(origin: string | undefined) {
  vi.stubGlobal('document', { querySelector: () => (origin === undefined ? null : { content: origin }) })
}

function answering(make: () => Response | Promise<Response>) {
  const fetched = vi.fn((_address: string, _init: RequestInit) => Promise.resolve(make()))
  vi.stubGlobal('fetch', fetched)
  return fetched
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

test('an unnamed request carries neither cookie nor referrer', async () => {
  const fetched = answering(() => json({ counted: true }))
  await requestUnnamed('POST', '/u/w/send', { answers: {} })
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
})

test('an unnamed request goes to the host that the page names, and a named one never does', async () => {
  const fetched = answering(() => json({}))
  pageThatSays('https://ballots.example.org')
  await requestUnnamed('GET', '/w/1/manifest')
  await request('GET', '/api/session')
  pageThatSays(undefined)
  await requestUnnamed('GET', '/w/1/manifest')
  expect(fetched.mock.calls.map(([address]) => address)).toEqual([
    'https://ballots.example.org/w/1/manifest',
    '/api/session',
    '/w/1/manifest',
  ])
})

test('a refusal is told by its code, with the faults that came with it', async () => {
  const faults = [{ file: 'people.csv', line: 4, column: 3, code: 'malformed-email', message: 'no address' }]
  answering(() => json({ code: 'files-have-faults', faults, faultsInAll: 27 }, 422))
  const problem = await request('POST', '/api/organisation/import', new FormData()).catch((error) => error)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({ code: 'files-have-faults', faults, faultsInAll: 27 })
})

test('a server that cannot be reached is a problem of its own', async () => {
  answering(() => Promise.reject(new TypeError('failed to fetch')))
  await expect(request('GET', '/api/session')).rejects.toMatchObject({ code: 'offline' })
})

test('an answer that is no problem document is told by its status', async () => {
  answering(() => new Response('<html>', { status: 503 }))
  await expect(request('GET', '/api/session')).rejects.toMatchObject({ code: 'too-busy' })
})

test('an answer without content is no error', async () => {
  answering(() => new Response(null, { status: 204 }))
  await expect(request('DELETE', '/api/session')).resolves.toBeUndefined()
})
