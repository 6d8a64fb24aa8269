import type { ScimPerson, ScimSaid } from '@chorus/db/stores/scim-people'
import { looksLikeEmail } from '../csv/looks-like-email.ts'
import { isLanguageTag } from '../csv/read-people.ts'
import { isComplex, listOf } from './apply-patch.ts'
import type { Complex } from './read-value.ts'
import type { Resource } from './resource.ts'
import { ScimError } from './scim-error.ts'
import { cutsPlace } from './user-resource.ts'

const longestText = 200

/**
 * What the roster keeps of a User. What a whole User does not say of language and cuts stays as it was: not every identity provider
 * sends them.
 * @param before the person as a User and on the roster, when changes were applied to it
 * @throws ScimError invalidValue
 */
export function saidOfPerson(
  after: Resource,
  before: { readonly resource: Resource; readonly person: ScimPerson } | null,
  kept: ScimPerson | null,
): ScimSaid {
  const userName = textAt(after, 'userName') ?? ''
  const parts = partsOf(after)
  const said: ScimSaid = {
    externalId: textAt(after, 'externalId'),
    userName,
    name: nameFrom(after, before, userName),
    givenName: parts.givenName,
    familyName: parts.familyName,
    email: emailFrom(after, before, userName),
    language: languageFrom(textAt(after, 'preferredLanguage')) ?? kept?.language ?? 'en',
    cuts: before || after.has(cutsPlace) ? cutsFrom(listOf(after.get(cutsPlace))) : (kept?.cuts ?? {}),
  }
  for (const [name, text] of Object.entries(said))
    if (typeof text === 'string' && text.length > longestText)
      throw new ScimError(400, `${name} is longer than ${longestText} characters`, 'invalidValue')
  return said
}

/** A whole User is named by its display name; of changes that counts which names the person anew. */
function nameFrom(
  after: Resource,
  before: { readonly resource: Resource; readonly person: ScimPerson } | null,
  userName: string,
): string {
  const names = [textAt(after, 'displayName'), partsOf(after).formatted, joined(after)]
  if (before === null) return names.find((one) => one !== null) ?? userName
  const then = [
    textAt(before.resource, 'displayName'),
    partsOf(before.resource).formatted,
    joined(before.resource),
  ]
  return names.find((one, index) => one !== null && one !== then[index]) ?? before.person.name
}

/** The primary address, else the one for work, else the first; without any, a user name that is one. */
function emailFrom(
  after: Resource,
  before: { readonly resource: Resource; readonly person: ScimPerson } | null,
  userName: string,
): string {
  const emails = listOf(after.get('emails')).filter(({ value }) => value !== undefined)
  const chosen =
    emails.find(({ primary }) => primary === true) ??
    emails.find(({ type }) => String(type).toLowerCase() === 'work') ??
    emails[0]
  const given = chosen === undefined ? userName.toLowerCase() : String(chosen.value).toLowerCase()
  // The address was the user name, and only that was changed.
  const follows =
    before !== null && given === before.person.email && given === before.person.userName.toLowerCase()
  const email = follows && looksLikeEmail(userName) ? userName.toLowerCase() : given
  if (looksLikeEmail(email)) return email
  throw new ScimError(
    400,
    'A User needs an e-mail address: send "emails", or a "userName" that is one',
    'invalidValue',
  )
}

function languageFrom(text: string | null): string | null {
  const tag = text?.replace('_', '-') ?? null
  if (tag === null || isLanguageTag(tag)) return tag
  throw new ScimError(400, 'preferredLanguage is a tag such as "en" or "pt-BR"', 'invalidValue')
}

function cutsFrom(list: readonly Complex[]): Record<string, string> {
  const cuts = new Map<string, string>()
  for (const { type, value } of list) {
    if (typeof type !== 'string' || typeof value !== 'string')
      throw new ScimError(400, 'Each of "cuts" has a "type", its name, and a "value"', 'invalidValue')
    if (cuts.has(type)) throw new ScimError(400, `The cut "${type}" is there twice`, 'invalidValue')
    cuts.set(type, value)
  }
  return Object.fromEntries(cuts)
}

function joined(resource: Resource): string | null {
  const { givenName, familyName } = partsOf(resource)
  return [givenName, familyName].filter((part) => part !== null).join(' ') || null
}

function partsOf(resource: Resource): Record<'formatted' | 'givenName' | 'familyName', string | null> {
  const name = resource.get('name')
  const part = (key: string) => (isComplex(name) && typeof name[key] === 'string' ? name[key] : null)
  return { formatted: part('formatted'), givenName: part('givenName'), familyName: part('familyName') }
}

export function textAt(resource: Resource, place: string): string | null {
  const value = resource.get(place)
  return typeof value === 'string' ? value : null
}
