import type { Fault } from '@chorus/contracts/problems'
import type { FaultList } from './fault-list.ts'

/** What a file may have as columns; anything else is a fault, so that a misspelt name is not silently ignored. */
export type ColumnRules = {
  readonly required: readonly string[]
  readonly optional?: readonly string[]
  /** Further columns that are welcome, for example all that start with "cut:". */
  readonly alsoAllowed?: (name: string) => boolean
}

/** Positions by name. Null, with faults at line 1, when a column is missing, unknown or there twice. */
export function columnsOf(
  header: readonly string[],
  file: string,
  rules: ColumnRules,
  faults: FaultList,
): ReadonlyMap<string, number> | null {
  const before = faults.inAll
  const known = [...rules.required, ...(rules.optional ?? [])]
  const places = new Map<string, number>()
  header.forEach((name, index) => {
    const fault = (code: string, message: string, values: Fault['values'] = {}) =>
      faults.add({ file, line: 1, column: index + 1, code, message, values })
    if (name === '') fault('column-without-name', 'this column has no name in the header')
    else if (places.has(name)) fault('duplicate-column', `the column "${name}" is there twice`, { name })
    else if (!known.includes(name) && !rules.alsoAllowed?.(name))
      fault('unknown-column', `the column "${name}" is not known here; expected: ${known.join(', ')}`, {
        name,
        expected: known.join(', '),
      })
    places.set(name, index)
  })
  for (const name of rules.required)
    if (!places.has(name))
      faults.add({
        file,
        line: 1,
        column: null,
        code: 'missing-column',
        message: `the column "${name}" is missing`,
        values: { name },
      })
  return faults.inAll === before ? places : null
}

/** Names of the cut columns ("cut:tenure" -> "tenure") with their positions. */
export function cutColumns(columns: ReadonlyMap<string, number>): [name: string, index: number][] {
  return [...columns].filter(([name]) => isCutColumn(name)).map(([name, index]) => [name.slice(4), index])
}

export function cutColumn(name: string): string {
  return `cut:${name}`
}

export function isCutColumn(name: string): boolean {
  return /^cut:\S/.test(name)
}
