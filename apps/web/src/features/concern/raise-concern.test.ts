import { toBase64url } from '@chorus/ballot/base64url'
import { afterEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../lib/api/problem.ts'
import { sendConcern } from './api/concern.ts'
import { raiseConcern } from './raise-concern.ts'

vi.mock(import('./api/concern.ts'))

const random = (bytes: number) => toBase64url(crypto.getRandomValues(new Uint8Array(bytes)))
const newTicket = () => ({ input: random(32), token: random(64) })
const id = '8a0c5f2e-0d1b-4c6a-9f3e-2b7d4e6f8a10'
const written = { secret: random(9), trusted: id, text: 'The brakes of line 3 are not tested.' }
const keptWith = (tickets: readonly { input: string; token: string }[]) => ({
  ...{ id: 'person', organisation: id, month: id, day: '2026-3-2', seeds: [], tickets },
})

/** A server that takes each of these tickets once. */
function serverThatTakes(good: readonly { input: string }[]) {
  const left = new Set(good.map(({ input }) => input))
  const asked: string[] = []
  const stored = new Map<string, string>()
  vi.mocked(sendConcern).mockImplementation(async (_organisation, { input }) => {
    asked.push(input)
    if (!left.delete(input)) throw new ApiProblem('ticket-not-valid')
    return { readableOn: '2026-03-03' }
  })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
  return { asked, kept: () => JSON.parse(stored.get('chorus.concern-tickets') ?? '[]')[0] }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

test('after a concern the device looks as before: as many tickets, of the same form, and the used one is nowhere', async () => {
  const [first, second] = [newTicket(), newTicket()]
  const before = keptWith([first, second])
  const server = serverThatTakes([first, second])
  await raiseConcern(before, written)
  const shape = (value: unknown) => JSON.stringify(value).replace(/[\w-]{40,}/g, ({ length }) => `${length}`)
  expect(shape(server.kept())).toBe(shape(before))
  expect(JSON.stringify(server.kept())).not.toContain(first.input)
  // The unused one is tried first: the server does not learn that somebody had used one before.
  await raiseConcern(server.kept(), { ...written, text: 'And those of line 4.' })
  expect(server.asked).toEqual([first.input, second.input])
})

test('where no ticket is left it says so, and nothing on the device changes', async () => {
  const server = serverThatTakes([])
  await expect(raiseConcern(keptWith([newTicket(), newTicket()]), written)).rejects.toThrow(
    'ticket-not-valid',
  )
  expect(server.asked).toHaveLength(2)
  expect(server.kept()).toBeUndefined()
})
