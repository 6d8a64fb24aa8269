import { expect, test } from 'vitest'
import { commitmentOf, makeOneTimeToken } from './one-time-token.ts'

test('the commitment is made from the token alone, and no two tokens are alike', async () => {
  const [first, second] = await Promise.all([makeOneTimeToken(), makeOneTimeToken()])
  expect(await commitmentOf(first.token)).toBe(first.commitment)
  expect(first.token).not.toBe(second.token)
  expect(first.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

test('the commitment of 32 zero bytes is their SHA-256', async () => {
  const zeros = 'A'.repeat(43)
  const known = '66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925'
  expect(Buffer.from(await commitmentOf(zeros), 'base64url').toString('hex')).toBe(known)
})
