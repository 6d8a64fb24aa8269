import type { ScimPerson } from '@chorus/db/stores/scim-people'
import type { ScimSettings } from '@chorus/db/stores/scim-settings'
import { cutsSchema, userSchema } from './attributes.ts'
import type { JsonObject } from './json.ts'
import type { Complex, Value } from './read-value.ts'
import { placeOf, type Resource } from './resource.ts'
import { enterpriseId, isPartOfAddress } from './user-kind.ts'
import { pathTo, withMeta } from './with-meta.ts'

export const departmentPlace = placeOf(enterpriseId, 'department')
export const cutsPlace = placeOf(cutsSchema.id, 'cuts')

/** Where a User has what feeds a cut; of an address the part of it. */
export function placeOfCut(source: string): { readonly place: string; readonly part: string | null } {
  if (isPartOfAddress(source)) return { place: 'addresses', part: source }
  return { place: source === 'userType' ? source : placeOf(enterpriseId, source), part: null }
}

/** A person as the changes of a client meet one. */
export function userResource(person: ScimPerson, settings: ScimSettings): Resource {
  const { externalId, userName, name, givenName, familyName, email, active, language } = person
  const fed = Object.entries(settings.cuts).flatMap(([source, cut]) => {
    const value = person.cuts[cut]
    return value === undefined ? [] : [{ ...placeOfCut(source), value }]
  })
  const address = fed.flatMap(({ part, value }) => (part === null ? [] : [[part, value] as const]))
  const own = new Set(Object.values(settings.cuts))
  const cuts = Object.entries(person.cuts)
    .filter(([type]) => !own.has(type))
    .map(([type, value]) => ({ type, value }))
  const values: readonly (readonly [string, Value | null])[] = [
    ['externalId', externalId],
    ['userName', userName],
    [
      'name',
      {
        formatted: name,
        ...(familyName === null ? {} : { familyName }),
        ...(givenName === null ? {} : { givenName }),
      },
    ],
    ['displayName', name],
    ['emails', [{ value: email, type: 'work', primary: true }]],
    ['active', active],
    ['preferredLanguage', language],
    ['locale', language],
    ['timezone', person.zone],
    ['addresses', address.length > 0 ? [{ type: 'work', ...Object.fromEntries(address) }] : null],
    ...fed.flatMap(({ place, part, value }) => (part === null ? [[place, value] as const] : [])),
    [cutsPlace, cuts.length > 0 ? cuts : null],
    [departmentPlace, settings.unitsFrom === 'department' ? person.unitName : null],
  ]
  return new Map(values.flatMap(([place, value]) => (value === null ? [] : [[place, value] as const])))
}

/** A person as a client reads one. */
export function showUser(person: ScimPerson, settings: ScimSettings): JsonObject {
  const resource = userResource(person, settings)
  const own = [...resource].filter(([place]) => !place.includes(' '))
  const extended = [enterpriseId, cutsSchema.id].flatMap((id) => {
    const entries = [...resource].flatMap(([place, value]) =>
      place.startsWith(`${id} `) ? [[place.slice(id.length + 1), value] as const] : [],
    )
    return entries.length > 0 ? [[id, Object.fromEntries(entries)] as const] : []
  })
  const group: Complex = {
    value: person.unit,
    $ref: pathTo('Group', person.unit),
    display: person.unitName,
    type: 'direct',
  }
  return withMeta('User', {
    schemas: [userSchema.id, ...extended.map(([id]) => id)],
    id: person.id,
    ...Object.fromEntries(own),
    groups: [group],
    ...Object.fromEntries(extended),
  })
}
