import { expect, test } from 'vitest'
import { givenProvider } from './given-provider.ts'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const whole = { name: 'N', issuer: 'https://idp.example', clientId: 'c', claim: 'email', match: 'email' }

test('an empty secret keeps the one that is stored, and is none where none is', () => {
  expect(givenProvider(form(whole), true).provider).not.toHaveProperty('clientSecret')
  expect(givenProvider(form(whole), false).provider.clientSecret).toBe(null)
  expect(givenProvider(form({ ...whole, clientSecret: ' s ' }), true).provider.clientSecret).toBe('s')
})

test('domains may be separated as people do; what is empty and needed is named', () => {
  const { provider, missing } = givenProvider(
    form({ ...whole, name: ' ', domains: 'a.org, b.org;c.org' }),
    false,
  )
  expect(provider.domains).toEqual(['a.org', 'b.org', 'c.org'])
  expect([...missing]).toEqual(['name'])
})
