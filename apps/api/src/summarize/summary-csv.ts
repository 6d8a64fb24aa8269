import type { Release } from '@chorus/contracts/publish'
import { type CsvDialect, csvText, startOf } from './csv-dialect.ts'
import { type RowSource, summaryColumns } from './summary-columns.ts'
import { summaryRows } from './summary-rows.ts'

/**
 * The HR file: one row per wave, unit, cut and measure, made from releases alone, oldest first, and the same to the
 * byte each time. Low and high enclose what would be shown in the same way and are equal where a figure is
 * exact; `mean` and `response_rate` are their middle; `ci` is the 95 % interval of the climate as such. Verdicts are judged among all
 * of a wave, items apart from scales. Text that a spreadsheet would run as a formula is neutralised. No line but the header stands before
 * the rows: what the file is made from, and what its columns mean, is in the codebook beside it.
 */
export async function* summaryCsv(
  releases: AsyncIterable<Release> | Iterable<Release>,
): AsyncGenerator<string> {
  yield* summaryText(summaryRows(releases))
}

/** The same of rows that are at hand. */
export async function* summaryText(
  batches: AsyncIterable<readonly RowSource[]>,
  dialect: CsvDialect = 'plain',
): AsyncGenerator<string> {
  yield startOf(dialect) + csvText([summaryColumns.map(({ name }) => name)], dialect)
  for await (const rows of batches)
    yield csvText(
      rows.map((row) => summaryColumns.map(({ of }) => of(row))),
      dialect,
    )
}
