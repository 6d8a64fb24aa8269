import type { ResourceKind } from './attributes.ts'
import { findAttribute, type Place } from './find-attribute.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { parsePath } from './parse-filter.ts'
import { ScimError } from './scim-error.ts'

type Asked = { readonly attributes?: string | undefined; readonly excludedAttributes?: string | undefined }

/**
 * The parts of a resource that a client asked for (RFC 7644, 3.9): `attributes` names what to show, `excludedAttributes` what to leave
 * out. `schemas` and `id` are always shown.
 * @throws ScimError invalidValue
 */
export function selectAttributes(kind: ResourceKind, resource: JsonObject, asked: Asked): JsonObject {
  if (asked.attributes !== undefined) {
    const wanted = placesIn(kind, asked.attributes)
    return keep(
      resource,
      (path) => isAlways(path) || wanted.some((one) => starts(one, path) || starts(path, one)),
    )
  }
  if (asked.excludedAttributes === undefined) return resource
  const unwanted = placesIn(kind, asked.excludedAttributes)
  return keep(resource, (path) => isAlways(path) || !unwanted.some((one) => starts(path, one)))
}

/** Whether an attribute of the resource itself will be shown, so that what costs much is only read where it is. */
export function isSelected(kind: ResourceKind, name: string, asked: Asked): boolean {
  return name in selectAttributes(kind, { [name]: '' }, asked)
}

type Path = readonly string[]

function keep(resource: JsonObject, shows: (path: Path) => boolean, above: Path = []): JsonObject {
  const kept: Record<string, Json> = {}
  for (const [name, value] of Object.entries(resource)) {
    const path = [...above, name]
    if (value !== undefined && shows(path)) kept[name] = inside(value, (one) => keep(one, shows, path))
  }
  return kept
}

function inside(value: Json, work: (one: JsonObject) => JsonObject): Json {
  if (isObject(value)) return work(value)
  return isList(value) ? value.map((one) => inside(one, work)) : value
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function placesIn(kind: ResourceKind, list: string): Path[] {
  return list
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .flatMap((text) => {
      const path = parsePath(text)
      if (!path.ok || path.value.filter)
        throw new ScimError(400, `"${text.slice(0, 100)}" is not the name of an attribute`, 'invalidValue')
      const place = pathIn(findAttribute(kind, path.value))
      return place === null ? [] : [place]
    })
}

function pathIn(place: Place): Path | null {
  if (place.kind === 'extension') return [place.schema.id]
  if (place.kind !== 'attribute') return null
  const { extension, attribute, sub } = place
  return [...(extension === null ? [] : [extension]), attribute.name, ...(sub === null ? [] : [sub.name])]
}

function starts(path: Path, beginning: Path): boolean {
  return beginning.every((name, index) => path[index] === name)
}

function isAlways([name]: Path): boolean {
  return name === 'id' || name === 'schemas'
}
