import {
  type Attribute,
  commonAttributes,
  groupKind,
  groupSchema,
  type ResourceKind,
  type Schema,
  userSchema,
} from './attributes.ts'
import type { JsonObject } from './json.ts'
import type { UserKind } from './user-kind.ts'

/** What this service can do (RFC 7643, 5). */
export const serviceProviderConfig: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 1000 },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token that an administrator makes on the page "People by SCIM"',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: '/scim/v2/ServiceProviderConfig' },
}

export function resourceTypes(users: UserKind): JsonObject[] {
  return [users, groupKind].map(resourceType)
}

/** Those that hold something: what is ignored stands in none. */
export function schemas(users: UserKind): JsonObject[] {
  return [users.schema, ...users.extensions, groupSchema]
    .filter(({ attributes }) => attributes.length > 0)
    .map(describe)
}

function resourceType({ name, schema, extensions }: ResourceKind): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    description: schema.description,
    endpoint: `/${name}s`,
    schema: schema.id,
    schemaExtensions: extensions
      .filter(({ attributes }) => attributes.length > 0)
      .map(({ id }) => ({ schema: id, required: false })),
    meta: { resourceType: 'ResourceType', location: `/scim/v2/ResourceTypes/${name}` },
  }
}

function describe({ id, name, description, attributes }: Schema): JsonObject {
  const isCore = id === userSchema.id || id === groupSchema.id
  const shared = isCore ? commonAttributes.filter((one) => one.name === 'externalId') : []
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    id,
    name,
    description,
    attributes: [...shared, ...attributes].map(describeAttribute),
    meta: { resourceType: 'Schema', location: `/scim/v2/Schemas/${id}` },
  }
}

function describeAttribute(attribute: Attribute): JsonObject {
  const { name, description, type = 'string', sub } = attribute
  return {
    name,
    type,
    description,
    multiValued: attribute.multiValued === true,
    required: attribute.required === true,
    ...(type === 'boolean' || type === 'complex' ? {} : { caseExact: attribute.caseExact === true }),
    ...(type === 'reference' ? { referenceTypes: ['User', 'Group'] } : {}),
    mutability: attribute.readOnly ? 'readOnly' : 'readWrite',
    returned: 'default',
    uniqueness: attribute.unique ? 'server' : 'none',
    ...(sub ? { subAttributes: sub.map(describeAttribute) } : {}),
  }
}
