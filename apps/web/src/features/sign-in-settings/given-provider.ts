import type { NewSignInProvider } from '@chorus/contracts/sign-in'

/** Fields that cannot be left empty. */
export type Missing = 'name' | 'issuer' | 'clientId' | 'claim'

/**
 * What a form gives, and what is missing in it.
 * @param hasSecret whether one is stored: then an empty field keeps it, else there is none
 */
export function givenProvider(
  form: FormData,
  hasSecret: boolean,
): { provider: NewSignInProvider; missing: ReadonlySet<Missing> } {
  const text = (field: string) => String(form.get(field) ?? '').trim()
  const secret = text('clientSecret')
  const required = {
    name: text('name'),
    issuer: text('issuer'),
    clientId: text('clientId'),
    claim: text('claim'),
  }
  const missing = (['name', 'issuer', 'clientId', 'claim'] as const).filter((field) => required[field] === '')
  return {
    missing: new Set(missing),
    provider: {
      ...required,
      ...(secret ? { clientSecret: secret } : hasSecret ? {} : { clientSecret: null }),
      match: text('match') === 'external-id' ? 'external-id' : 'email',
      domains: text('domains')
        .split(/[\s,;]+/)
        .filter((domain) => domain !== ''),
      offered: form.get('offered') !== null,
    },
  }
}
