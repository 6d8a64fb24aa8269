import type { ScimCutSource } from '@chorus/contracts/scim'
import type { ScimField } from '@chorus/db/stores/scim-condition'
import type { ScimSettings } from '@chorus/db/stores/scim-settings'
import { type Attribute, cutsSchema, type ResourceKind, type Schema, userSchema } from './attributes.ts'

/** A User as one organisation uses it: only what feeds something there is an attribute, all else is ignored. */
export type UserKind = ResourceKind & {
  /** By the name of the attribute and its part: what a filter on it asks for. */
  readonly fields: Readonly<Record<string, ScimField>>
}

export const enterpriseId = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

export function userKindFor({ unitsFrom, cuts }: Pick<ScimSettings, 'unitsFrom' | 'cuts'>): UserKind {
  const isFed = (source: ScimCutSource) => cuts[source] !== undefined
  const fed = (attribute: Attribute & { readonly name: ScimCutSource }): Attribute[] =>
    isFed(attribute.name) ? [attribute] : []
  const cutOf = (source: ScimCutSource): Attribute & { readonly name: ScimCutSource } => ({
    name: source,
    description: `Feeds the cut "${cuts[source]}"`,
  })
  const parts = (['locality', 'region', 'country'] as const).flatMap((part) => fed(cutOf(part)))
  const department: Attribute = {
    name: 'department',
    description: 'The name of the unit: one that there is not yet is made',
  }
  const enterprise: Schema = {
    id: enterpriseId,
    name: 'EnterpriseUser',
    description: 'What companies add',
    attributes: [
      ...(unitsFrom === 'department' ? [department] : fed(cutOf('department'))),
      ...(['division', 'costCenter', 'organization'] as const).flatMap((source) => fed(cutOf(source))),
    ],
  }
  return {
    name: 'User',
    schema: {
      ...userSchema,
      attributes: [
        ...userSchema.attributes,
        ...fed(cutOf('userType')),
        ...(parts.length > 0 ? [addressesWith(parts)] : []),
      ],
    },
    extensions: [enterprise, cutsSchema],
    ignored,
    fields: {
      ...fields,
      ...(unitsFrom === 'department' ? { department: 'unitName' } : {}),
      ...Object.fromEntries(
        Object.entries(cuts).map(([source, cut]) => [
          isPartOfAddress(source) ? `addresses.${source}` : source,
          `cut:${cut}` as const,
        ]),
      ),
    },
  }
}

export function isPartOfAddress(source: string): boolean {
  return source === 'locality' || source === 'region' || source === 'country'
}

function addressesWith(parts: readonly Attribute[]): Attribute {
  return {
    name: 'addresses',
    description: 'The one of type work counts',
    type: 'complex',
    multiValued: true,
    sub: [{ name: 'type', description: 'What it is for: work' }, ...parts],
  }
}

const fields: Readonly<Record<string, ScimField>> = {
  id: 'id',
  externalId: 'externalId',
  userName: 'userName',
  displayName: 'name',
  'name.formatted': 'name',
  'name.givenName': 'givenName',
  'name.familyName': 'familyName',
  emails: 'email',
  'emails.value': 'email',
  preferredLanguage: 'language',
  locale: 'language',
  timezone: 'zone',
  groups: 'unit',
  'groups.value': 'unit',
  'groups.display': 'unitName',
}

const ignored: ReadonlySet<string> = new Set(
  [
    ...['title', 'nickName', 'profileUrl', 'userType', 'password', 'phoneNumbers', 'ims', 'photos'],
    ...['addresses', 'entitlements', 'roles', 'x509Certificates', 'emails.display'],
    ...['name.middleName', 'name.honorificPrefix', 'name.honorificSuffix'],
    ...['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country', 'primary'].map(
      (part) => `addresses.${part}`,
    ),
    ...['employeeNumber', 'costCenter', 'organization', 'division', 'department', 'manager'],
  ].map((name) => name.toLowerCase()),
)
