import { and, not, or, type SQL, sql } from 'drizzle-orm'
import { person, unit } from '../schema/organisation.ts'
import { scimUser } from '../schema/scim.ts'

/** `cut:tenure` is what a person has in that cut. */
export type ScimField = PlainField | `cut:${string}`

type PlainField =
  | 'id'
  | 'externalId'
  | 'userName'
  | 'name'
  | 'givenName'
  | 'familyName'
  | 'email'
  | 'language'
  | 'zone'
  | 'unit'
  | 'unitName'

/** Which people are meant. What somebody does not have is neither equal nor alike. */
export type ScimCondition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly ScimCondition[] }
  | { readonly kind: 'not'; readonly of: ScimCondition }
  | { readonly kind: 'always' | 'never' }
  | { readonly kind: 'active' }
  | { readonly kind: 'present'; readonly field: ScimField }
  | {
      readonly kind: 'compare'
      readonly field: ScimField
      readonly operator: 'eq' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le'
      readonly value: string
      /** Capitals and small letters differ. */
      readonly exact: boolean
    }

/** What a person has in the field, as text; NULL when nothing. */
export const scimFields: Readonly<Record<PlainField, SQL>> = {
  id: sql`${person.id}::text`,
  externalId: sql`nullif(${person.externalId}, ${person.id}::text)`,
  userName: sql`coalesce(${scimUser.userName}, ${person.email})`,
  name: sql`${person.name}`,
  givenName: sql`${scimUser.givenName}`,
  familyName: sql`${scimUser.familyName}`,
  email: sql`${person.email}`,
  language: sql`${person.language}`,
  zone: sql`${person.zone}`,
  unit: sql`${person.unit}`,
  unitName: sql`${unit.name}`,
}

export function scimField(field: ScimField): SQL {
  return isCut(field) ? sql`(${person.cuts} ->> ${field.slice('cut:'.length)}::text)` : scimFields[field]
}

function isCut(field: ScimField): field is `cut:${string}` {
  return field.startsWith('cut:')
}

/** The fields whose values a condition looks at in the row of each person. */
export function fieldsIn(condition: ScimCondition): ScimField[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(fieldsIn)
    case 'not':
      return fieldsIn(condition.of)
    case 'present':
      return [condition.field]
    case 'compare':
      return isLookUp(condition) ? [] : [condition.field]
    default:
      return []
  }
}

/** Found in an index, and asked once, not for each person: identity providers ask this before every change. */
function isLookUp({ operator, field }: ScimCondition & { kind: 'compare' }): boolean {
  return operator === 'eq' && (field === 'userName' || field === 'externalId')
}

export function whereScim(organisation: string, condition: ScimCondition): SQL {
  const where = (one: ScimCondition) => whereScim(organisation, one)
  switch (condition.kind) {
    case 'all':
      return and(...condition.of.map(where)) ?? sql`true`
    case 'any':
      return or(...condition.of.map(where)) ?? sql`false`
    case 'not':
      return not(sql`coalesce(${where(condition.of)}, false)`)
    case 'always':
      return sql`true`
    case 'never':
      return sql`false`
    case 'active':
      return sql`${person.eraseOn} IS NULL`
    case 'present':
      return sql`${scimField(condition.field)} IS NOT NULL`
    case 'compare':
      return compared(organisation, condition)
  }
}

function compared(organisation: string, condition: ScimCondition & { kind: 'compare' }): SQL {
  const { field, operator, value, exact } = condition
  if (isLookUp(condition) && field === 'userName')
    return sql`${person.id} IN (
      SELECT s.person FROM ${scimUser} s WHERE s.organisation = ${organisation} AND s.user_name_in_lower_case = lower(${value})
      UNION ALL SELECT p.id FROM ${person} p WHERE p.organisation = ${organisation} AND p.email = lower(${value})
        AND NOT EXISTS (SELECT FROM ${scimUser} s WHERE s.organisation = p.organisation AND s.person = p.id))`
  if (isLookUp(condition))
    return sql`(${person.externalId} = ${value} AND ${person.externalId} <> ${person.id}::text)`
  const [one, other] = exact
    ? [scimField(field), sql`${value}::text`]
    : [sql`lower(${scimField(field)})`, sql`lower(${value})`]
  switch (operator) {
    case 'eq':
      return sql`${one} = ${other}`
    case 'co':
      return sql`strpos(${one}, ${other}) > 0`
    case 'sw':
      return sql`starts_with(${one}, ${other})`
    case 'ew':
      return sql`right(${one}, length(${other})) = ${other}`
    case 'gt':
      return sql`${one} COLLATE "C" > ${other}`
    case 'ge':
      return sql`${one} COLLATE "C" >= ${other}`
    case 'lt':
      return sql`${one} COLLATE "C" < ${other}`
    case 'le':
      return sql`${one} COLLATE "C" <= ${other}`
  }
}
