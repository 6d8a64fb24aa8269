import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wayBack } from './way-back.ts'

test('a path of the app is kept', () => {
  const answer = '/answer/00000000-0000-4000-8000-000000000000'
  for (const path of ['/', '/stored', '/reports/red-1/guide', answer]) expect(wayBack(path)).toBe(path)
})

test('another site is never where one comes out', () => {
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/%2f/evil',
    '/a//b',
    '/a?b',
    '',
  ])
    expect(wayBack(path), path).toBe('/')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.webPath().map((path) => `/${path}`),
      ),
      (text) => {
        const there = new URL(wayBack(text), 'https://chorus.example')
        expect(there.origin).toBe('https://chorus.example')
      },
    ),
  )
})
