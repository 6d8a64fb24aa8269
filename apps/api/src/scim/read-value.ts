import type { Attribute } from './attributes.ts'
import { same } from './find-attribute.ts'
import { isObject, type JsonObject } from './json.ts'
import { ScimError } from './scim-error.ts'

export type Simple = string | boolean
export type Complex = { readonly [name: string]: Simple | undefined }
/** A value as its schema has it: names as written there, nothing that the schema does not know, nothing that is null. */
export type Value = Simple | Complex | readonly Complex[]

/**
 * A value of a client, in the form that the attribute's schema gives it. What says "nothing" (null, an empty list) is undefined.
 * Entra ID sends booleans as the texts "True" and "False"; a single value in the place of a list is one.
 * @throws ScimError invalidValue
 */
export function readValue(attribute: Attribute, given: unknown): Value | undefined {
  if (given === null || given === undefined) return undefined
  if (!attribute.multiValued) return readOne(attribute, given, attribute.name)
  const list = (Array.isArray(given) ? given : [given])
    .map((one, index) => readComplex(attribute, one, `${attribute.name}[${index}]`))
    .filter((one) => one !== undefined)
  return list.length === 0 ? undefined : list
}

/** A value of a sub-attribute. @throws ScimError invalidValue */
export function readSub(attribute: Attribute, sub: Attribute, given: unknown): Simple | undefined {
  return given === null || given === undefined
    ? undefined
    : readSimple(sub, given, `${attribute.name}.${sub.name}`)
}

function readOne(attribute: Attribute, given: unknown, place: string): Simple | Complex | undefined {
  return attribute.type === 'complex'
    ? readComplex(attribute, given, place)
    : readSimple(attribute, given, place)
}

function readComplex(attribute: Attribute, given: unknown, place: string): Complex | undefined {
  const subs = attribute.sub ?? []
  const object: JsonObject | null = isObject(given)
    ? given
    : typeof given === 'string' && subs.some(({ name }) => name === 'value')
      ? { value: given }
      : null
  if (!object) throw new ScimError(400, `${place} is an object with ${namesOf(subs)}`, 'invalidValue')
  const read = Object.entries(object).flatMap(([name, value]) => {
    const sub = subs.find((one) => same(one.name, name))
    const one = sub && value !== null ? readSimple(sub, value, `${place}.${name}`) : undefined
    return sub && one !== undefined ? [[sub.name, one] as const] : []
  })
  return read.length === 0 ? undefined : Object.fromEntries(read)
}

function readSimple(attribute: Attribute, given: unknown, place: string): Simple | undefined {
  if (attribute.type === 'boolean') {
    if (typeof given === 'boolean') return given
    const said = typeof given === 'string' ? given.toLowerCase() : ''
    if (said === 'true' || said === 'false') return said === 'true'
    throw new ScimError(400, `${place} is true or false`, 'invalidValue')
  }
  if (typeof given === 'number') return String(given)
  if (typeof given !== 'string') throw new ScimError(400, `${place} is a text`, 'invalidValue')
  const text = given.trim()
  return text === '' ? undefined : text
}

function namesOf(attributes: readonly Attribute[]): string {
  return attributes.map(({ name }) => `"${name}"`).join(', ')
}
