import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimedPerson } from './claimed-person.ts'

const byEmail = { match: 'email', claim: 'email', domains: [] } as const
const verified = { email: 'Ada@Example.org', email_verified: true }

test('nobody is claimed by an address unless the provider says, as true itself, that it is verified', () => {
  expect(claimedPerson(byEmail, verified)).toEqual({ ok: true, value: { email: 'ada@example.org' } })
  fc.assert(
    fc.property(
      fc.anything().filter((said) => said !== true),
      (said) => {
        const claims = { ...verified, email_verified: said }
        expect(claimedPerson(byEmail, claims)).toEqual({ ok: false, error: { code: 'email-not-verified' } })
      },
    ),
  )
})

test('a claim that is missing, empty or no text claims nobody', () => {
  for (const email of [undefined, null, '', '  ', true, {}, ['ada@example.org']])
    expect(claimedPerson(byEmail, { email, email_verified: true })).toEqual({
      ok: false,
      error: { code: 'claim-missing' },
    })
})

test('of several domains each lets in, and a look-alike of none does', () => {
  const rule = { ...byEmail, domains: ['example.org', 'example.com'] }
  const of = (email: string) => claimedPerson(rule, { email, email_verified: true })
  expect(of('ada@EXAMPLE.com').ok).toBe(true)
  for (const email of [
    'a@evil-example.org',
    'a@sub.example.org',
    'a@example.org@evil.example',
    'example.org',
    '@example.org',
    'a@example.org.',
  ])
    expect(of(email).ok, email).toBe(false)
})

test('another claim is compared with the number on the roster; with domains, the verified address counts too', () => {
  const rule = { match: 'external-id', claim: 'employee_number', domains: [] } as const
  expect(claimedPerson(rule, { employee_number: 4711 })).toEqual({ ok: true, value: { externalId: '4711' } })
  expect(claimedPerson(rule, { sub: '4711' })).toEqual({ ok: false, error: { code: 'claim-missing' } })
  const bound = { ...rule, domains: ['example.org'] }
  expect(claimedPerson(bound, { employee_number: '4711' })).toEqual({
    ok: false,
    error: { code: 'email-not-verified' },
  })
  expect(claimedPerson(bound, { employee_number: '4711', ...verified }).ok).toBe(true)
})
