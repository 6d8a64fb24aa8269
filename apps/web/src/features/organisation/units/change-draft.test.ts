import { expect, test } from 'vitest'
import { type ChangeKind, draftOf, isComplete, kindOf, withKind } from './change-draft.ts'

const named = (...ids: string[]) => ids.map((id) => ({ id, name: id }))

test('another name or place of the same unit is nothing to choose units for', () => {
  expect(draftOf({ kind: 'renamed', from: named('a'), to: named('a') })).toBeNull()
  expect(draftOf({ kind: 'moved', from: named('a'), to: named('a') })).toBeNull()
})

test('a unit under a new id goes to the server as a renamed one', () => {
  const draft = draftOf({ kind: 'renamed', from: named('a'), to: named('b') })
  expect(draft).toEqual({ kind: 'new-id', from: ['a'], to: ['b'] })
  expect(draft && kindOf(draft)).toBe('renamed')
})

test('each kind is complete with as many units as it needs', () => {
  const complete = (kind: ChangeKind, from: string[], to: string[]) => isComplete({ kind, from, to })
  expect(complete('merged', ['a', 'b'], ['a'])).toBe(true)
  expect(complete('merged', ['a'], ['a'])).toBe(false)
  expect(complete('split', ['a'], ['a', 'b'])).toBe(true)
  expect(complete('split', ['a'], ['b'])).toBe(false)
  expect(complete('new-id', ['a'], ['a'])).toBe(false)
  expect(complete('closed', ['a'], [])).toBe(true)
})

test('another kind keeps what it has room for', () => {
  const merged = { kind: 'merged' as const, from: ['a', 'b'], to: ['c'] }
  expect(withKind(merged, 'split')).toEqual({ kind: 'split', from: ['a'], to: ['c'] })
  expect(withKind(merged, 'closed')).toEqual({ kind: 'closed', from: ['a'], to: [] })
})
