import { expect, test } from 'vitest'
import { stateOf } from './session-state.ts'

const now = new Date('2026-03-02T09:00:00Z')
const never = { quietUntil: null, opened: null, summarised: null }

test('a session that opens by hand stays quiet for ever, until somebody opens it', () => {
  expect(stateOf(never, new Date('2099-01-01T00:00:00Z'))).toBe('quiet')
  expect(stateOf({ ...never, opened: now }, now)).toBe('open')
})

test('a quiet time ends at its very moment and not before', () => {
  expect(stateOf({ ...never, quietUntil: new Date(now.getTime() + 1) }, now)).toBe('quiet')
  expect(stateOf({ ...never, quietUntil: now }, now)).toBe('open')
})

test('a summary closes a session, whatever its times say', () => {
  expect(stateOf({ ...never, summarised: now }, now)).toBe('closed')
})
