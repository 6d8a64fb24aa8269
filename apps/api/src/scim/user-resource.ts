import type { ScimPerson } from '@chorus/db/stores/scim-people'
import { cutsSchema, enterpriseSchema, userSchema } from './attributes.ts'
import type { JsonObject } from './json.ts'
import type { Complex, Value } from './read-value.ts'
import { placeOf, type Resource } from './resource.ts'
import { pathTo, withMeta } from './with-meta.ts'

export const departmentPlace = placeOf(enterpriseSchema.id, 'department')
export const cutsPlace = placeOf(cutsSchema.id, 'cuts')

/** A person as the changes of a client meet one. @param showsDepartment units come from that attribute */
export function userResource(person: ScimPerson, showsDepartment: boolean): Resource {
  const { externalId, userName, name, givenName, familyName, email, active, language } = person
  const cuts = Object.entries(person.cuts).map(([type, value]) => ({ type, value }))
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
    [cutsPlace, cuts.length > 0 ? cuts : null],
    [departmentPlace, showsDepartment ? person.unitName : null],
  ]
  return new Map(values.flatMap(([place, value]) => (value === null ? [] : [[place, value] as const])))
}

/** A person as a client reads one. */
export function showUser(person: ScimPerson, showsDepartment: boolean): JsonObject {
  const resource = userResource(person, showsDepartment)
  const own = [...resource].filter(([place]) => !place.includes(' '))
  const extended = [enterpriseSchema.id, cutsSchema.id].flatMap((id) => {
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
