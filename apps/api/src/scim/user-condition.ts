import type { ScimCondition, ScimField } from '@chorus/db/stores/scim-condition'
import { type Attribute, userSchema } from './attributes.ts'
import {
  type AttributePath,
  type Filter,
  type FilterValue,
  type Operator,
  printFilter,
  printPath,
} from './filter.ts'
import { findAttribute } from './find-attribute.ts'
import { ScimError } from './scim-error.ts'
import type { UserKind } from './user-kind.ts'

type Comparison = Filter & { kind: 'compare' | 'present' }

/**
 * The people that a filter means. Attributes that Chorus does not keep nobody has; of addresses there is one, of type work and primary.
 * @throws ScimError invalidFilter
 */
export function userCondition(
  kind: UserKind,
  filter: Filter,
  inside: AttributePath | null = null,
): ScimCondition {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return {
        kind: filter.kind === 'and' ? 'all' : 'any',
        of: [userCondition(kind, filter.left, inside), userCondition(kind, filter.right, inside)],
      }
    case 'not':
      return { kind: 'not', of: userCondition(kind, filter.inner, inside) }
    case 'within':
      if (inside !== null) throw refusal(filter)
      return userCondition(kind, filter.inner, filter.path)
    case 'present':
    case 'compare':
      return comparison(kind, filter, inside === null ? filter.path : { ...inside, sub: filter.path.name })
  }
}

function comparison(kind: UserKind, filter: Comparison, path: AttributePath): ScimCondition {
  const place = findAttribute(kind, path)
  if (place.kind === 'ignored') return absent(filter)
  if (place.kind !== 'attribute') throw refusal(filter)
  const { attribute, sub } = place
  const name = `${attribute.name}${sub ? `.${sub.name}` : ''}`
  const constant = constants[name]
  if (constant !== undefined) return fixed(filter, constant)
  if (name === 'active') return active(filter)
  const field = kind.fields[name]
  if (field === undefined) throw refusal(filter)
  if (filter.kind === 'present') return { kind: 'present', field }
  const { operator, value } = filter
  if (value === null) {
    const present: ScimCondition = { kind: 'present', field }
    if (operator === 'eq') return { kind: 'not', of: present }
    if (operator === 'ne') return present
  }
  if (typeof value !== 'string') throw refusal(filter)
  return compared(field, operator, value, sub ?? attribute)
}

function compared(field: ScimField, operator: Operator, value: string, attribute: Attribute): ScimCondition {
  const exact = attribute.caseExact === true
  return operator === 'ne'
    ? { kind: 'not', of: { kind: 'compare', field, operator: 'eq', value, exact } }
    : { kind: 'compare', field, operator, value, exact }
}

/** What everybody has: the address is of type work and primary, membership is direct. */
function fixed(filter: Comparison, constant: string | boolean): ScimCondition {
  if (filter.kind === 'present') return { kind: 'always' }
  const [one, other] = [String(constant), String(filter.value).toLowerCase()]
  const holds: Partial<Record<Operator, boolean>> = {
    eq: one === other,
    ne: one !== other,
    co: one.includes(other),
    sw: one.startsWith(other),
    ew: one.endsWith(other),
  }
  const answer = holds[filter.operator]
  if (answer === undefined) throw refusal(filter)
  return { kind: answer ? 'always' : 'never' }
}

function active(filter: Comparison): ScimCondition {
  if (filter.kind === 'present') return { kind: 'always' }
  const wanted = truth(filter.value)
  if (wanted === null || (filter.operator !== 'eq' && filter.operator !== 'ne')) throw refusal(filter)
  return wanted === (filter.operator === 'eq') ? { kind: 'active' } : { kind: 'not', of: { kind: 'active' } }
}

function absent(filter: Comparison): ScimCondition {
  const holds = filter.kind === 'compare' && filter.operator === (filter.value === null ? 'eq' : 'ne')
  return { kind: holds ? 'always' : 'never' }
}

function truth(value: FilterValue): boolean | null {
  const said = String(value).toLowerCase()
  return said === 'true' ? true : said === 'false' ? false : null
}

const constants: Readonly<Record<string, string | boolean>> = {
  'emails.type': 'work',
  'emails.primary': true,
  'addresses.type': 'work',
  'groups.type': 'direct',
  'meta.resourceType': 'user',
  schemas: userSchema.id.toLowerCase(),
}

/** The field to sort by; null for one that nobody has. @throws ScimError invalidPath */
export function sortField(kind: UserKind, path: AttributePath): ScimField | null {
  const place = findAttribute(kind, path)
  if (place.kind === 'ignored') return null
  const field =
    place.kind === 'attribute'
      ? kind.fields[`${place.attribute.name}${place.sub ? `.${place.sub.name}` : ''}`]
      : undefined
  if (field === undefined)
    throw new ScimError(400, `Users cannot be sorted by "${printPath(path)}"`, 'invalidPath')
  return field
}

function refusal(filter: Filter): ScimError {
  return new ScimError(400, `Users cannot be filtered by "${printFilter(filter)}"`, 'invalidFilter')
}
