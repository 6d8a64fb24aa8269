import { expect, test } from 'vitest'
import { takeFragment } from './take-fragment.ts'

function open(hash: string) {
  const addresses: unknown[] = []
  const replaceState = (_data: unknown, _title: string, address?: string | URL | null) =>
    void addresses.push(address)
  return { token: takeFragment({ hash, pathname: '/sign-in' }, { replaceState }), addresses }
}

test('the secret of the link is taken out of the address', () => {
  expect(open('#abc_DEF-1')).toEqual({ token: 'abc_DEF-1', addresses: ['/sign-in'] })
})

test('a page without a link has no secret, and its address stays', () => {
  expect(open('')).toEqual({ token: '', addresses: [] })
})

test('a mangled link is handed to the server as it is, which refuses it in words', () => {
  expect(open('#%E0%A4%A').token).toBe('%E0%A4%A')
})
