import type { ProposedChange } from '@chorus/contracts/rights'
import type { ScimSettings } from '@chorus/contracts/scim'
import type { SignInProvider } from '@chorus/contracts/sign-in'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import type { Translate } from '../../lib/i18n/texts.ts'

type OfKind<K extends ProposedChange['kind']> = Extract<ProposedChange, { kind: K }>

/** What changes of the sign-in service, one thing after the other. */
export function providerChange(
  { before, after, newSecret }: OfKind<'provider'>,
  t: Translate,
): readonly string[] {
  if (after === null) return [t('rules.provider.none', { name: before?.name ?? '' })]
  const now = providerParts(after, t)
  const then = before && providerParts(before, t)
  const told = now.flatMap(([what, value], index) => part(what, value, then?.[index]?.[1], t))
  return newSecret ? [...told, t('rules.provider.secret')] : told
}

export function scimChange({ before, after }: OfKind<'scim-settings'>, t: Translate): readonly string[] {
  const then = scimParts(before, t)
  return scimParts(after, t).flatMap(([what, value], index) => part(what, value, then[index]?.[1], t))
}

type Part = readonly [what: MessageId, value: string]

function providerParts(one: SignInProvider, t: Translate): readonly Part[] {
  return [
    ['provider.name', one.name],
    ['provider.issuer', one.issuer],
    ['provider.client-id', one.clientId],
    ['provider.match', t(`provider.match.${one.match}`)],
    ['provider.claim', one.claim],
    ['provider.domains', one.domains.join(', ') || t('rules.empty')],
    ['provider.offered', t(one.offered ? 'rules.yes' : 'rules.no')],
  ]
}

function scimParts({ unitsFrom, unlocked }: ScimSettings, t: Translate): readonly Part[] {
  return [
    ['scim.units-from', t(`scim.units-${unitsFrom}`)],
    ['scim.unlocked', t(unlocked ? 'rules.yes' : 'rules.no')],
  ]
}

/** @param before undefined: there was none. Nothing is told where nothing changes. */
function part(what: MessageId, now: string, before: string | undefined, t: Translate): string[] {
  if (now === before) return []
  return [
    before === undefined
      ? t('rules.part-new', { what: t(what), now })
      : t('rules.part', { what: t(what), now, before }),
  ]
}
