type Schema = {
  readonly type?: string
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly minLength?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/**
 * Something that fits a schema of the API description, with the ids that are given by name wherever something of that name is asked for:
 * enough to get past the door of most routes.
 */
export function anyBody(schema: Schema, ids: Readonly<Record<string, string>>, name = ''): unknown {
  if (ids[name] !== undefined) return ids[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (one) return anyBody(one, ids, name)
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, anyBody(inner, ids, key)]),
    )
  if (schema.type === 'array')
    return schema.items
      ? Array.from({ length: schema.minItems ?? 1 }, () => anyBody(schema.items ?? {}, ids, name))
      : []
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  if (schema.format === 'uuid') return Object.values(ids)[0]
  if (schema.format === 'date') return '2026-03-09'
  if (schema.format === 'date-time') return '2026-03-09T09:00:00.000Z'
  return 'something'.padEnd(schema.minLength ?? 0, '.')
}
