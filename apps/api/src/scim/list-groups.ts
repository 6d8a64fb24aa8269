import { listScimUnits, listUnitPeople, type ScimUnit, unitsOfPeople } from '@chorus/db/stores/scim-units'
import { groupKind } from './attributes.ts'
import { type Filter, printFilter, printPath } from './filter.ts'
import { findAttribute } from './find-attribute.ts'
import { groupResource, membersOf, showGroup } from './groups.ts'
import { holdsFor } from './holds-for.ts'
import type { JsonObject } from './json.ts'
import { parsePath } from './parse-filter.ts'
import { readFilter } from './read-filter.ts'
import { type ListQuery, pageOf } from './requests.ts'
import { ScimError } from './scim-error.ts'
import { isSelected } from './select-attributes.ts'

type Reading = { readonly tx: Parameters<typeof listScimUnits>[0]; readonly organisation: string }
/** What a filter is held against: the parts of a Group that are one value, and the members that it asks for. */
type Sight = { readonly one: Readonly<Record<string, string>>; readonly members: readonly string[] }

/** A page of the units that a filter means. Members are only read for those of the page, and only where they are shown. */
export async function listGroups(
  { tx, organisation }: Reading,
  query: ListQuery,
): Promise<{ total: number; groups: JsonObject[] }> {
  const units = await listScimUnits(tx, organisation)
  const filter = query.filter === undefined ? null : readFilter(query.filter)
  const named = filter ? await groupsOfMembers({ tx, organisation }, units, membersIn(filter)) : new Map()
  const meant = units.filter((unit) => filter === null || holds(filter, sightOf(unit, named)))
  const sorted =
    query.sortBy === undefined ? meant : sort(meant, query.sortBy, query.sortOrder === 'descending')
  const { skip, take } = pageOf(query)
  const page = sorted.slice(skip, skip + take)
  const showsMembers = isSelected(groupKind, 'members', query)
  const people = showsMembers
    ? await listUnitPeople(
        tx,
        organisation,
        page.map(({ id }) => id),
      )
    : []
  const byUnit = new Map<string, typeof people>(page.map(({ id }) => [id, []]))
  for (const one of people) byUnit.get(one.unit)?.push(one)
  return {
    total: meant.length,
    groups: page.map((unit) =>
      showGroup({
        unit,
        members: showsMembers ? membersOf(unit.id, units, byUnit.get(unit.id) ?? []) : null,
      }),
    ),
  }
}

function sightOf(unit: ScimUnit, named: ReadonlyMap<string, string>): Sight {
  const plain = [...groupResource({ unit, members: [] })].map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ])
  return {
    one: Object.fromEntries([...plain, ['id', unit.id]]),
    members: [...named].filter(([, group]) => group === unit.id).map(([member]) => member),
  }
}

function holds(filter: Filter, sight: Sight): boolean {
  switch (filter.kind) {
    case 'and':
      return holds(filter.left, sight) && holds(filter.right, sight)
    case 'or':
      return holds(filter.left, sight) || holds(filter.right, sight)
    case 'not':
      return !holds(filter.inner, sight)
    case 'within':
      return sight.members.includes(memberAsked(filter) ?? '')
    case 'present':
    case 'compare': {
      const member = memberAsked(filter)
      if (member !== null) return sight.members.includes(member)
      const place = findAttribute(groupKind, filter.path)
      if (place.kind !== 'attribute' || place.sub !== null || !plainNames.has(place.attribute.name))
        throw refusal(filter)
      const value = sight.one[place.attribute.name.toLowerCase()]
      const { attribute } = place
      // As one part of a list would be compared.
      const asPart = { ...filter, path: { schema: null, name: attribute.name, sub: null } }
      return holdsFor({ ...attribute, sub: [attribute] }, asPart, { [attribute.name]: value })
    }
  }
}

const plainNames: ReadonlySet<string> = new Set(['id', 'externalId', 'displayName'])

/** The member that a filter asks for: `members eq "…"`, `members.value eq "…"` or `members[value eq "…"]`; null: another attribute. */
function memberAsked(filter: Filter): string | null {
  if (filter.kind === 'within') {
    const { inner } = filter
    const fits =
      inner.kind === 'compare' && inner.path.name.toLowerCase() === 'value' && isMembers(filter.path.name)
    if (fits && inner.operator === 'eq') return String(inner.value)
    throw refusal(filter)
  }
  if ((filter.kind !== 'compare' && filter.kind !== 'present') || !isMembers(filter.path.name)) return null
  const isValue = filter.path.sub === null || filter.path.sub.toLowerCase() === 'value'
  if (filter.kind === 'compare' && filter.operator === 'eq' && isValue) return String(filter.value)
  throw refusal(filter)
}

function membersIn(filter: Filter): string[] {
  if (filter.kind === 'and' || filter.kind === 'or')
    return [...membersIn(filter.left), ...membersIn(filter.right)]
  if (filter.kind === 'not') return membersIn(filter.inner)
  const member = memberAsked(filter)
  return member === null ? [] : [member]
}

/** Of each person or unit the unit that it is a member of. */
async function groupsOfMembers(
  { tx, organisation }: Reading,
  units: readonly ScimUnit[],
  members: readonly string[],
): Promise<Map<string, string>> {
  const uuids = members.filter((id) => /^[0-9a-f-]{36}$/i.test(id))
  const groups = await unitsOfPeople(tx, organisation, uuids)
  for (const { id, parent } of units) if (parent !== null && members.includes(id)) groups.set(id, parent)
  return groups
}

function sort(units: readonly ScimUnit[], by: string, descending: boolean): ScimUnit[] {
  const path = parsePath(by)
  const place = path.ok ? findAttribute(groupKind, path.value) : null
  if (!path.ok || place?.kind !== 'attribute' || place.sub || !plainNames.has(place.attribute.name))
    throw new ScimError(
      400,
      `Groups cannot be sorted by "${path.ok ? printPath(path.value) : by}"`,
      'invalidPath',
    )
  const key = ({ id, name, externalId }: ScimUnit) =>
    (place.attribute.name === 'displayName'
      ? name
      : place.attribute.name === 'id'
        ? id
        : (externalId ?? '')
    ).toLowerCase()
  const direction = descending ? -1 : 1
  return [...units].sort((one, other) => {
    const [a, b] = [key(one), key(other)]
    return a === b ? (one.id < other.id ? -1 : 1) : direction * (a < b ? -1 : 1)
  })
}

function isMembers(name: string): boolean {
  return name.toLowerCase() === 'members'
}

function refusal(filter: Filter): ScimError {
  return new ScimError(400, `Groups cannot be filtered by "${printFilter(filter)}"`, 'invalidFilter')
}
