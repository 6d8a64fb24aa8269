import { type Attribute, commonAttributes, type ResourceKind, type Schema } from './attributes.ts'
import { type AttributePath, printPath } from './filter.ts'

/** Where a path leads in a resource; `ignored`: to an attribute that Chorus does not keep. */
export type Place =
  | {
      readonly kind: 'attribute'
      readonly extension: string | null
      readonly attribute: Attribute
      readonly sub: Attribute | null
    }
  | { readonly kind: 'extension'; readonly schema: Schema }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown' }

/** Names of attributes and schemas are the same in capitals and small letters (RFC 7643, 2.1). */
export function findAttribute(kind: ResourceKind, path: AttributePath): Place {
  const whole = kind.extensions.find(({ id }) => same(id, printPath(path)))
  if (whole) return { kind: 'extension', schema: whole }
  const extension = kind.extensions.find(({ id }) => path.schema !== null && same(id, path.schema))
  const isCore = path.schema === null || same(kind.schema.id, path.schema)
  if (!extension && !isCore) return { kind: 'ignored' }
  const attributes = extension ? extension.attributes : [...commonAttributes, ...kind.schema.attributes]
  const attribute = attributes.find(({ name }) => same(name, path.name))
  const unkept = (name: string) =>
    ({ kind: kind.ignored.has(name.toLowerCase()) ? 'ignored' : 'unknown' }) as const
  if (!attribute) return unkept(path.name)
  const { sub: name } = path
  const sub = name === null ? null : attribute.sub?.find((one) => same(one.name, name))
  if (sub === undefined) return unkept(`${path.name}.${name}`)
  return { kind: 'attribute', extension: extension?.id ?? null, attribute, sub }
}

export function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
