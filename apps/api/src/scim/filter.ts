/**
 * A filter of RFC 7644 (3.4.2.2) as a tree. `within` is the value path `emails[type eq "work"]`: all that is inside holds for one and the
 * same value.
 */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly inner: Filter }
  | { readonly kind: 'present'; readonly path: AttributePath }
  | {
      readonly kind: 'compare'
      readonly path: AttributePath
      readonly operator: Operator
      readonly value: FilterValue
    }
  | { readonly kind: 'within'; readonly path: AttributePath; readonly inner: Filter }

/** `urn:…:User:name.givenName`: the schema may be left out, and so may what stands behind the dot. */
export type AttributePath = {
  readonly schema: string | null
  readonly name: string
  readonly sub: string | null
}

export type FilterValue = string | number | boolean | null

export const operators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const
export type Operator = (typeof operators)[number]

/** The filter as text, with no more brackets than are needed to read the same tree from it. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'or':
      return `${printFilter(filter.left)} or ${bracketed(filter.right, ['or'])}`
    case 'and':
      return `${bracketed(filter.left, ['or'])} and ${bracketed(filter.right, ['or', 'and'])}`
    case 'not':
      return `not (${printFilter(filter.inner)})`
    case 'present':
      return `${printPath(filter.path)} pr`
    case 'compare':
      return `${printPath(filter.path)} ${filter.operator} ${JSON.stringify(filter.value)}`
    case 'within':
      return `${printPath(filter.path)}[${printFilter(filter.inner)}]`
  }
}

export function printPath({ schema, name, sub }: AttributePath): string {
  return `${schema === null ? '' : `${schema}:`}${name}${sub === null ? '' : `.${sub}`}`
}

function bracketed(filter: Filter, kinds: readonly Filter['kind'][]): string {
  return kinds.includes(filter.kind) ? `(${printFilter(filter)})` : printFilter(filter)
}
