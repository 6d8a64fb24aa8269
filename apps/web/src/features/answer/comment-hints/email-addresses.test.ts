import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailAddresses } from './email-addresses.ts'

test.each<[string, string[]]>([
  ['', []],
  ['We meet @ nine, a@b is no address', []],
  ['Write to ann.lee+x@mail.example.org.', ['ann.lee+x@mail.example.org']],
  ['<jörg@bücher.example>, (x@y.de)', ['jörg@bücher.example', 'x@y.de']],
])('in "%s" there are %j', (text, found) => {
  expect(emailAddresses(text)).toEqual(found)
})

test('an address is found wherever it stands between words', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.lorem(), fc.lorem(), (address, before, after) => {
      // Signs that no address of a company has; others are cut off.
      fc.pre(/^[\w.+-]+@/.test(address))
      expect(emailAddresses(`${before} ${address} ${after}`)).toEqual([address])
    }),
  )
})
