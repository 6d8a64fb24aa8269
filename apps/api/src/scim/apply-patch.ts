import type { Attribute, ResourceKind } from './attributes.ts'
import type { Filter } from './filter.ts'
import { findAttribute, same } from './find-attribute.ts'
import { holdsFor } from './holds-for.ts'
import { isObject } from './json.ts'
import { type PatchPath, parsePath } from './parse-filter.ts'
import { type Complex, readSub, readValue, type Simple, type Value } from './read-value.ts'
import { needRequired, placeOf, type Resource } from './resource.ts'
import { ScimError } from './scim-error.ts'

type Verb = 'add' | 'replace' | 'remove'
const verbs: readonly Verb[] = ['add', 'replace', 'remove']
const mostOperations = 1000

/**
 * The resource after the operations of a PATCH request (RFC 7644, 3.5.2), or a refusal of all of them. Besides the RFC it takes what
 * Entra ID and Okta send: verbs in capitals, paths as the names of a value without a path, a filter that no value meets yet, the
 * removal of listed members, and a list without operations.
 * @throws ScimError invalidSyntax, invalidPath, invalidValue, noTarget, mutability, invalidFilter
 */
export function applyPatch(kind: ResourceKind, before: Resource, body: unknown): Resource {
  const resource = new Map(before)
  for (const { verb, path, value } of operationsOf(body)) {
    if (path !== null) applyAt(kind, resource, verb, readPath(path), value, 'named')
    else if (verb === 'remove')
      throw new ScimError(400, 'A "remove" says in "path" what to remove', 'noTarget')
    else if (!isObject(value))
      throw new ScimError(400, 'Without a "path", "value" is an object of attributes', 'invalidValue')
    else
      for (const [name, one] of Object.entries(value))
        applyAt(kind, resource, verb, readPath(name), one, 'among others')
  }
  needRequired(kind, resource)
  return resource
}

function operationsOf(body: unknown): { verb: Verb; path: string | null; value: unknown }[] {
  const entry = isObject(body) ? Object.entries(body).find(([name]) => same(name, 'Operations')) : undefined
  const list = entry?.[1]
  if (!Array.isArray(list) || list.length > mostOperations)
    throw new ScimError(
      400,
      `The body has a list "Operations" with at most ${mostOperations} operations`,
      'invalidSyntax',
    )
  return list.map((one: unknown, index) => {
    const said = isObject(one) && typeof one.op === 'string' ? one.op.toLowerCase() : ''
    const verb = verbs.find((known) => known === said)
    if (!isObject(one) || !verb)
      throw new ScimError(400, `Operations[${index}].op is add, replace or remove`, 'invalidSyntax')
    const path = one.path ?? null
    if (path !== null && typeof path !== 'string')
      throw new ScimError(400, `Operations[${index}].path is a text`, 'invalidPath')
    return { verb, path, value: one.value }
  })
}

function readPath(text: string): PatchPath {
  const path = parsePath(text)
  if (path.ok) return path.value
  const { at, detail } = path.error
  throw new ScimError(
    400,
    `The path "${text.slice(0, 200)}" cannot be read: at ${at}, ${detail}`,
    'invalidPath',
  )
}

/** @param how what is read-only is passed over where it stands among others: Okta sends the id of a group so */
function applyAt(
  kind: ResourceKind,
  resource: Map<string, Value>,
  verb: Verb,
  path: PatchPath,
  value: unknown,
  how: 'named' | 'among others',
): void {
  const place = findAttribute(kind, path)
  if (place.kind === 'ignored') return
  if (place.kind === 'unknown') {
    if (how === 'among others') return
    throw new ScimError(
      400,
      `A ${kind.name} has no attribute "${path.name}${path.sub ? `.${path.sub}` : ''}"`,
      'invalidPath',
    )
  }
  if (place.kind === 'extension') {
    const given = isObject(value) ? value : {}
    for (const { name } of place.schema.attributes) {
      const one = Object.entries(given).find(([said]) => same(said, name))?.[1]
      if (verb !== 'remove' && one === undefined) continue
      applyAt(kind, resource, verb, { schema: place.schema.id, name, sub: null, filter: null }, one, how)
    }
    return
  }
  const { attribute, sub } = place
  if (attribute.readOnly || sub?.readOnly) {
    if (how === 'among others') return
    throw new ScimError(400, `"${attribute.name}" is given by Chorus and cannot be changed`, 'mutability')
  }
  const at = placeOf(place.extension, attribute.name)
  const after = changed(attribute, sub, resource.get(at), verb, path.filter, value)
  if (after === undefined || (Array.isArray(after) && after.length === 0)) resource.delete(at)
  else resource.set(at, after)
}

function changed(
  attribute: Attribute,
  sub: Attribute | null,
  before: Value | undefined,
  verb: Verb,
  filter: Filter | null,
  given: unknown,
): Value | undefined {
  if (attribute.multiValued) return changedList(attribute, sub, listOf(before), verb, filter, given)
  if (filter) throw new ScimError(400, `"${attribute.name}" is no list: it takes no filter`, 'invalidPath')
  const complex = isComplex(before) ? before : {}
  if (sub)
    return filled(withSub(complex, sub, verb === 'remove' ? undefined : readSub(attribute, sub, given)))
  if (verb === 'remove') return undefined
  const read = readValue(attribute, given)
  return isComplex(read) ? { ...complex, ...read } : read
}

function changedList(
  attribute: Attribute,
  sub: Attribute | null,
  before: readonly Complex[],
  verb: Verb,
  filter: Filter | null,
  given: unknown,
): readonly Complex[] {
  const meant = (one: Complex) => filter === null || holdsFor(attribute, filter, one)
  const some = before.some(meant)
  if (verb === 'remove') {
    if (sub) return before.map((one) => (meant(one) ? withSub(one, sub, undefined) : one))
    if (filter) return before.filter((one) => !meant(one))
    const listed = listOf(readValue(attribute, given)).map(({ value }) => value)
    return listed.length === 0 ? [] : before.filter(({ value }) => !listed.includes(value))
  }
  if (sub) {
    const value = readSub(attribute, sub, given)
    if (some)
      return onePrimary(
        before,
        before.map((one) => (meant(one) ? withSub(one, sub, value) : one)),
      )
    return onePrimary(before, [...before, withSub(madeFor(attribute, filter), sub, value)])
  }
  const read = listOf(readValue(attribute, given))
  if (filter) {
    const [value] = read
    if (!value) throw new ScimError(400, `"${attribute.name}" needs a value`, 'invalidValue')
    if (!some) return onePrimary(before, [...before, { ...madeFor(attribute, filter), ...value }])
    return onePrimary(
      before,
      before.map((one) => (meant(one) ? { ...one, ...value } : one)),
    )
  }
  if (verb === 'replace') return read
  const fresh = read.filter(
    (one) => !before.some(({ value, type }) => value === one.value && type === one.type),
  )
  return onePrimary(before, [...before, ...fresh])
}

/** The value that a filter asks for when there is none yet: `type eq "work"` makes { type: "work" }. */
function madeFor(attribute: Attribute, filter: Filter | null): Complex {
  if (filter === null) return {}
  if (filter.kind === 'and')
    return { ...madeFor(attribute, filter.left), ...madeFor(attribute, filter.right) }
  const sub =
    filter.kind === 'compare' && filter.operator === 'eq'
      ? attribute.sub?.find(({ name }) => same(name, filter.path.name))
      : undefined
  if (!sub || filter.kind !== 'compare')
    throw new ScimError(400, `No value of "${attribute.name}" meets the filter of the path`, 'noTarget')
  return withSub({}, sub, readSub(attribute, sub, filter.value))
}

/** A newly primary value takes that from all others (RFC 7644, 3.5.2). */
function onePrimary(before: readonly Complex[], after: readonly Complex[]): readonly Complex[] {
  const newly = after.findLast((one) => one.primary === true && !before.includes(one))
  return newly === undefined
    ? after
    : after.map((one) => (one === newly || one.primary !== true ? one : { ...one, primary: false }))
}

function withSub(complex: Complex, { name }: Attribute, value: Simple | undefined): Complex {
  const { [name]: _, ...others } = complex
  return value === undefined ? others : { ...others, [name]: value }
}

function filled(complex: Complex): Complex | undefined {
  return Object.keys(complex).length === 0 ? undefined : complex
}

export function listOf(value: Value | undefined): readonly Complex[] {
  return isList(value) ? value : []
}

export function isComplex(value: Value | undefined): value is Complex {
  return typeof value === 'object' && !Array.isArray(value)
}

function isList(value: Value | undefined): value is readonly Complex[] {
  return Array.isArray(value)
}
