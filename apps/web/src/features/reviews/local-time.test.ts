import { expect, test } from 'vitest'
import { fromField, toField } from './local-time.ts'

test('what a field shows is read back as the same minute, on both sides of a clock change', () => {
  for (const iso of ['2026-03-29T00:59:00.000Z', '2026-03-29T01:01:00.000Z', '2026-11-02T10:00:00.000Z'])
    expect(fromField(toField(iso))).toBe(iso)
})

test('no moment is an empty field', () => {
  expect(toField(null)).toBe('')
  expect(fromField('')).toBeNull()
})
