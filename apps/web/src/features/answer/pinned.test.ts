import { expect, test } from 'vitest'
import { pinFingerprint } from './pinned.ts'

test('the first fingerprint of a wave stays, whatever the server shows later', () => {
  const seen = new Map<string, string>()
  const device = {
    getItem: (key: string) => seen.get(key) ?? null,
    setItem: (key: string, value: string) => void seen.set(key, value),
    removeItem: (key: string) => void seen.delete(key),
  }
  expect(pinFingerprint(device, 'w1', 'first')).toBe('first')
  expect(pinFingerprint(device, 'w1', 'second')).toBe('first')
  expect(pinFingerprint(device, 'w2', 'second')).toBe('second')
})

test('where storage is closed, the invitation alone is compared', () => {
  expect(pinFingerprint(undefined, 'w1', 'first')).toBe('first')
})
