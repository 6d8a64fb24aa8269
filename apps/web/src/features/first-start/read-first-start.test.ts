import { firstStartRequest } from '@chorus/contracts/first-start'
import { expect, test } from 'vitest'
import { readFirstStart } from './read-first-start.ts'

const said = {
  code: 'ABCD-EFGH-JKMN-PQRST',
  organisation: ' Northwind ',
  language: 'ar',
  zone: 'Asia/Tokyo',
  name: 'Ada Example',
  email: 'ada@northwind.example',
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('what is said is what the server takes', () => {
  const read = readFirstStart(form(said))
  expect(read).toEqual({ request: { ...said, organisation: 'Northwind' } })
  expect('request' in read && firstStartRequest.safeParse(read.request).success).toBe(true)
})

test('an empty form lacks everything, and an address that is none is said', () => {
  const empty = readFirstStart(form({}))
  expect('missing' in empty && Object.keys(empty.missing)).toEqual(['code', 'organisation', 'name', 'email'])
  expect(readFirstStart(form({ ...said, email: 'ada@northwind' }))).toEqual({
    missing: { email: 'first-start.email-missing' },
  })
})
