import { zone } from '@chorus/contracts/quiet-hours'
import type { ScimPerson, ScimSaid } from '@chorus/db/stores/scim-people'
import type { ScimSettings } from '@chorus/db/stores/scim-settings'
import { looksLikeEmail } from '../csv/looks-like-email.ts'
import { isLanguageTag } from '../csv/read-people.ts'
import { isComplex, listOf } from './apply-patch.ts'
import type { Complex } from './read-value.ts'
import type { Resource } from './resource.ts'
import { ScimError } from './scim-error.ts'
import { cutsPlace, placeOfCut } from './user-resource.ts'

const longestText = 200

type Before = { readonly resource: Resource; readonly person: ScimPerson } | null

/**
 * What the roster keeps of a User. What a whole User does not say of language, time zone and its own cuts stays as it was: not every identity
 * provider sends them. A cut that an attribute feeds is what that attribute says.
 * @param before the person as a User and on the roster, when changes were applied to it
 * @throws ScimError invalidValue
 */
export function saidOfPerson(
  settings: ScimSettings,
  after: Resource,
  before: Before,
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
    language: languageFrom(after, before) ?? kept?.language ?? 'en',
    zone: zoneFrom(textAt(after, 'timezone')) ?? (before ? null : (kept?.zone ?? null)),
    cuts: {
      ...without(
        before || after.has(cutsPlace) ? cutsFrom(listOf(after.get(cutsPlace))) : (kept?.cuts ?? {}),
        Object.values(settings.cuts),
      ),
      ...cutsFed(settings, after),
    },
  }
  for (const [name, text] of [
    ...Object.entries(said),
    ...Object.entries(said.cuts),
    ...Object.keys(said.cuts).map((name) => ['The name of a cut', name] as const),
  ])
    if (typeof text === 'string' && text.length > longestText)
      throw new ScimError(400, `${name} is longer than ${longestText} characters`, 'invalidValue')
  return said
}

/** A whole User is named by its display name; of changes that counts which names the person anew. */
function nameFrom(after: Resource, before: Before, userName: string): string {
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
function emailFrom(after: Resource, before: Before, userName: string): string {
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

/** Of changes that counts which names the language anew; the first of several languages. */
function languageFrom(after: Resource, before: Before): string | null {
  const places = ['preferredLanguage', 'locale'] as const
  const said = places
    .map((place) => ({ place, text: textAt(after, place) }))
    .find(({ place, text }) => text !== null && text !== (before && textAt(before.resource, place)))
  if (!said) return null
  const tag = said.text?.split(/[,;]/)[0]?.trim().replaceAll('_', '-') ?? ''
  if (isLanguageTag(tag)) return tag
  throw new ScimError(400, `${said.place} is a tag such as "en" or "pt-BR"`, 'invalidValue')
}

function zoneFrom(name: string | null): string | null {
  if (name === null || zone.safeParse(name).success) return name
  throw new ScimError(
    400,
    'timezone is a name of the IANA time zone database, such as "Europe/Zurich". Offsets and names of Windows are none: map them in the identity provider',
    'invalidValue',
  )
}

/** The cuts that attributes feed, as these say; of addresses the one for work. */
function cutsFed({ cuts }: ScimSettings, after: Resource): Record<string, string> {
  const work = listOf(after.get('addresses')).find(({ type }) => String(type).toLowerCase() === 'work')
  return Object.fromEntries(
    Object.entries(cuts).flatMap(([source, cut]) => {
      const { place, part } = placeOfCut(source)
      const value = part === null ? after.get(place) : work?.[part]
      return typeof value === 'string' ? [[cut, value] as const] : []
    }),
  )
}

function without(cuts: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(cuts).filter(([name]) => !names.includes(name)))
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
