import { commonAttributes, type ResourceKind } from './attributes.ts'
import { same } from './find-attribute.ts'
import { isObject } from './json.ts'
import { readValue, type Value } from './read-value.ts'
import { ScimError } from './scim-error.ts'

/** The attributes of a resource by their place: `userName`, or `urn:…:User department` for one of an extension. */
export type Resource = ReadonlyMap<string, Value>

/** The place of an attribute in a resource. */
export function placeOf(extension: string | null, name: string): string {
  return extension === null ? name : `${extension} ${name}`
}

/**
 * What a client sent for a whole resource (POST, PUT), without what is read-only or not kept.
 * @throws ScimError invalidSyntax, invalidValue
 */
export function readResource(kind: ResourceKind, body: unknown): Resource {
  if (!isObject(body)) throw new ScimError(400, `The body is a JSON object, a ${kind.name}`, 'invalidSyntax')
  const found = new Map<string, Value>()
  const take = (
    given: object,
    extension: string | null,
    attributes: ResourceKind['schema']['attributes'],
  ) => {
    for (const [name, value] of Object.entries(given)) {
      const attribute = attributes.find((one) => same(one.name, name) && !one.readOnly)
      const read = attribute && readValue(attribute, value)
      if (attribute && read !== undefined) found.set(placeOf(extension, attribute.name), read)
    }
  }
  take(body, null, [...commonAttributes, ...kind.schema.attributes])
  for (const [name, value] of Object.entries(body)) {
    const extension = kind.extensions.find(({ id }) => same(id, name))
    if (extension && isObject(value)) take(value, extension.id, extension.attributes)
  }
  needRequired(kind, found)
  return found
}

/** @throws ScimError invalidValue */
export function needRequired(kind: ResourceKind, resource: Resource): void {
  for (const { name, required } of kind.schema.attributes)
    if (required && !resource.has(name))
      throw new ScimError(400, `A ${kind.name} has a ${name}: send one that is not empty`, 'invalidValue')
}
