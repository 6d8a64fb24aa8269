import type { Attribute } from './attributes.ts'
import { type Filter, type FilterValue, type Operator, printFilter } from './filter.ts'
import { same } from './find-attribute.ts'
import type { Complex } from './read-value.ts'
import { ScimError } from './scim-error.ts'

/**
 * Whether one value of a multi-valued attribute is meant by the filter in square brackets.
 * @throws ScimError invalidFilter when it names what the attribute does not have
 */
export function holdsFor(attribute: Attribute, filter: Filter, value: Complex): boolean {
  switch (filter.kind) {
    case 'and':
      return holdsFor(attribute, filter.left, value) && holdsFor(attribute, filter.right, value)
    case 'or':
      return holdsFor(attribute, filter.left, value) || holdsFor(attribute, filter.right, value)
    case 'not':
      return !holdsFor(attribute, filter.inner, value)
    case 'within':
      throw refusal(attribute, filter)
    case 'present':
    case 'compare': {
      const sub = attribute.sub?.find(({ name }) => same(name, filter.path.name))
      if (!sub || filter.path.sub !== null) throw refusal(attribute, filter)
      const found = value[sub.name]
      if (filter.kind === 'present') return found !== undefined
      return compares(filter.operator, found, filter.value, sub.caseExact === true)
    }
  }
}

function compares(
  operator: Operator,
  found: string | boolean | undefined,
  wanted: FilterValue,
  exact: boolean,
): boolean {
  if (found === undefined) return operator === 'ne' ? wanted !== null : operator === 'eq' && wanted === null
  const fold = (value: string | boolean | FilterValue) =>
    exact ? String(value) : String(value).toLowerCase()
  const [one, other] = [fold(found), fold(wanted)]
  switch (operator) {
    case 'eq':
      return one === other
    case 'ne':
      return one !== other
    case 'co':
      return one.includes(other)
    case 'sw':
      return one.startsWith(other)
    case 'ew':
      return one.endsWith(other)
    case 'gt':
      return one > other
    case 'ge':
      return one >= other
    case 'lt':
      return one < other
    case 'le':
      return one <= other
  }
}

function refusal(attribute: Attribute, filter: Filter): ScimError {
  const names = (attribute.sub ?? []).map(({ name }) => name).join(', ')
  return new ScimError(
    400,
    `"${printFilter(filter)}" does not fit ${attribute.name}, which has ${names || 'no parts'}`,
    'invalidFilter',
  )
}
