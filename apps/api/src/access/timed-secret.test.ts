import { expect, test } from 'vitest'
import { isOver, secretUntil } from './timed-secret.ts'

const end = new Date('2026-03-02T09:15:00Z')

test('a secret is over at its very second, and not before', () => {
  const secret = secretUntil('A'.repeat(43), end)
  expect(isOver(secret, new Date('2026-03-02T09:14:59Z'))).toBe(false)
  expect(isOver(secret, end)).toBe(true)
})

test('a secret without an end is not over, and one whose end cannot be read is', () => {
  expect(isOver('A'.repeat(43), end)).toBe(false)
  for (const text of ['A.', 'A.!', 'A. ']) expect(isOver(text, end), text).toBe(true)
})
