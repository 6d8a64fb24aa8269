import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'

/** Real survey data lie outside the project, beside it; CHORUS_SHARED names another place. */
const shared = process.env.CHORUS_SHARED ?? join(import.meta.dirname, '../../../../../../shared')

export type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Path of a file there. */
export function sharedFile(name: string): string {
  return join(shared, name)
}

export function sharedTable(name: string): Table {
  const [header = [], ...rows] = readFileSync(sharedFile(join('data', name)), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))
  return { header, rows }
}

type OracleCase = { id: string; expected: Record<string, number>; input: Record<string, unknown> }

export function oracleCase(id: string): OracleCase {
  const { cases } = JSON.parse(readFileSync(sharedFile('oracle/psychometrics.json'), 'utf8'))
  return cases.find((one: OracleCase) => one.id === id)
}

/** A test that needs the shared data; without them it says so in its name. They are many, and machines may be busy. */
export function testOnSharedData(name: string, check: () => Promise<void>): void {
  if (existsSync(join(shared, 'data'))) test(name, check, 60_000)
  else
    test(`NOT CHECKED: ${name} (no data at ${shared})`, () => {
      console.warn(`Not checked, since ${shared} is absent: ${name}`)
    })
}
