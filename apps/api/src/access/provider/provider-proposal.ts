import { isDeepStrictEqual } from 'node:util'
import type { ProposedChange } from '@chorus/contracts/rights'
import type { SignInProvider } from '@chorus/contracts/sign-in'
import type { HeldChange } from '@chorus/db/stores/rule-changes'
import type { SignInProviderRow } from '@chorus/db/stores/sign-in-providers'

type ProviderChange = Extract<ProposedChange, { kind: 'provider' }>

/** Without its secret. */
export function shownProvider(row: SignInProviderRow | null): SignInProvider | null {
  if (row === null) return null
  const { organisation: _, clientSecret, ...shown } = row
  return { ...shown, hasSecret: clientSecret !== null }
}

/** @param after null: people sign in by links alone */
export function providerProposal(
  before: SignInProviderRow | null,
  after: SignInProviderRow | null,
): { change: ProviderChange; held: HeldChange } {
  const secretBefore = before?.clientSecret?.toString('base64url') ?? null
  const secret = after?.clientSecret?.toString('base64url') ?? null
  return {
    change: {
      kind: 'provider',
      before: shownProvider(before),
      after: shownProvider(after),
      newSecret: secret !== null && secret !== secretBefore,
    },
    held: { kind: 'provider', secretBefore, secret },
  }
}

/** To stop offering the provider, with nothing else changed, gives nobody any power. */
export function onlyTakesAway({ before, after, newSecret }: ProviderChange): boolean {
  return before !== null && !newSecret && isDeepStrictEqual(after, { ...before, offered: false })
}
