import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Unusable } from './unusable.ts'

const scalar = z.union([z.string(), z.number()])

/** How a case names the rows and columns of a data file that it was computed from. */
export const dataShape = {
  dataset: z.string(),
  columns: z.array(z.string()).min(1),
  /** column: value; column: "contains 'text'"; column_excludes: texts that it may not contain. */
  filter: z.record(z.string(), z.union([scalar, z.array(z.string())])).optional(),
}

type Named = { readonly dataset: string; readonly filter?: Filter | undefined }
type Filter = Readonly<Record<string, string | number | readonly string[]>>

export type Row = Readonly<Record<string, string>>

/** The data files of one folder, each read once. */
export class DataSets {
  readonly #folder: string
  readonly #files = new Map<string, readonly Row[]>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The rows that pass the filter, as text by column name. */
  rows({ dataset, filter = {} }: Named): readonly Row[] {
    const rows = this.#file(dataset)
    const tests = Object.entries(filter).map(([name, wanted]) => this.#test(dataset, name, wanted))
    return rows.filter((row) => tests.every((passes) => passes(row)))
  }

  /** Numbers of some columns, null for an empty cell. */
  numbers(input: Named & { readonly columns: readonly string[] }): (number | null)[][] {
    for (const column of input.columns) this.#hasColumn(input.dataset, column)
    return this.rows(input).map((row) => input.columns.map((column) => numberIn(row, column, input.dataset)))
  }

  /** Text of an expression for every row: column names and quoted text, joined with " + ". */
  texts(input: Named, expression: string): string[] {
    const parts = expression.split(' + ').map((part) => {
      const quoted = /^'([^']*)'$/.exec(part)?.[1]
      if (quoted === undefined) this.#hasColumn(input.dataset, part)
      return (row: Row) => quoted ?? row[part] ?? ''
    })
    return this.rows(input).map((row) => parts.map((part) => part(row)).join(''))
  }

  #file(dataset: string): readonly Row[] {
    const known = this.#files.get(dataset)
    if (known) return known
    if (basename(dataset) !== dataset)
      throw new Unusable(`the data file "${dataset}" is to be named without a folder; give that with --data`)
    const path = join(this.#folder, dataset)
    let content: Buffer
    try {
      content = readFileSync(path)
    } catch {
      throw new Unusable(`the data file ${path} cannot be read; give its folder with --data`)
    }
    const rows = rowsOf(content, path)
    this.#files.set(dataset, rows)
    return rows
  }

  #test(dataset: string, name: string, wanted: Filter[string]): (row: Row) => boolean {
    if (typeof wanted !== 'string' && typeof wanted !== 'number') {
      const column = /^(.+)_excludes$/.exec(name)?.[1]
      if (column === undefined)
        throw new Unusable(`a list in a filter belongs to "<column>_excludes", not to "${name}"`)
      this.#hasColumn(dataset, column)
      return (row) => !wanted.some((text) => row[column]?.includes(text))
    }
    this.#hasColumn(dataset, name)
    const part = /^contains '(.*)'$/.exec(String(wanted))?.[1]
    if (part !== undefined) return (row) => row[name]?.includes(part) === true
    return (row) => row[name] === String(wanted)
  }

  #hasColumn(dataset: string, column: string): void {
    const [first] = this.#file(dataset)
    if (first && !(column in first))
      throw new Unusable(
        `the data file "${dataset}" has no column "${column}"; it has ${Object.keys(first).join(', ')}`,
      )
  }
}

function rowsOf(content: Buffer, path: string): Row[] {
  try {
    return parse(content, { bom: true, columns: true, skip_empty_lines: true })
  } catch (error) {
    throw new Unusable(`${path} is no CSV file: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A cell as a number, null where it is empty. */
export function numberIn(row: Row, column: string, dataset: string): number | null {
  const text = row[column] ?? ''
  if (text === '') return null
  const value = Number(text)
  if (Number.isNaN(value))
    throw new Unusable(`the data file "${dataset}" has "${text}" in ${column}, which is no number`)
  return value
}
