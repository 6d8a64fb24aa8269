import { stringify } from 'csv-stringify/sync'
import type { Field } from './summary-columns.ts'
import { withoutFormulas } from './without-formulas.ts'

/**
 * How a CSV is written: `plain` as RFC 4180 has it, for programs; `spreadsheet` with a byte-order mark, semicolons and decimal commas, as
 * spreadsheets of many countries open it by a double click.
 */
export type CsvDialect = 'plain' | 'spreadsheet'

/** Rows as text, with no field that a spreadsheet would run. The byte-order mark belongs before the first row and is not in here. */
export function csvText(rows: readonly (readonly Field[])[], dialect: CsvDialect): string {
  const safe = rows.map((row) =>
    row.map((field) => (typeof field === 'string' ? withoutFormulas(field) : field)),
  )
  return stringify(safe, { escape_formulas: true, ...(dialect === 'spreadsheet' ? spreadsheet : {}) })
}

export function startOf(dialect: CsvDialect): string {
  return dialect === 'spreadsheet' ? '\ufeff' : ''
}

const spreadsheet = {
  delimiter: ';',
  cast: { number: (value: number) => String(value).replace('.', ',') },
}
