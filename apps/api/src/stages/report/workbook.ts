import { present } from '@chorus/basics/assert'
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node'
import { codebookColumns, codebookLines } from '../../summarize/codebook.ts'
import {
  type Field,
  type RowSource,
  type SummaryColumn,
  summaryColumns,
} from '../../summarize/summary-columns.ts'
import { describedReleases, type Extract } from './export-summary.ts'

/** Rows of figures that a workbook takes. It is made in memory while others wait, about a second for 5,000; beyond this summary.csv is the better file. */
export const mostWorkbookRows = 10_000

/**
 * The same figures as summary.csv with one sheet for each way of looking at them. Numbers are numbers, what is protected says so in the place of
 * its mean, and text is stored as text, so that no program takes it for a formula.
 * @param rows at most `mostWorkbookRows`, oldest wave first
 * @returns the bytes of an .xlsx file
 */
export async function workbookOf(extract: Extract, rows: readonly RowSource[]): Promise<Buffer> {
  const newest = present(extract.headers.at(-1), 'the newest release')
  const isItem = ({ figures }: RowSource) => figures.type === 'item'
  const scales = rows.filter((row) => !isItem(row))
  return writeExcelFile([
    { sheet: 'Read me', columns: [{ width: 24 }, { width: 110 }], data: readMe(extract) },
    figureSheet(
      'Scales',
      scales.filter(({ wave }) => wave.id === newest.wave),
    ),
    figureSheet('Items', rows.filter(isItem)),
    figureSheet('Trend', scales),
    participationSheet(rows),
    codebookSheet(extract),
  ]).toBuffer()
}

function figureSheet(sheet: string, rows: readonly RowSource[]): Sheet<Buffer> {
  return table(
    sheet,
    summaryColumns.map(({ name }) => name),
    rows.map((row) => summaryColumns.map((column) => shownIn(column, row))),
  )
}

function shownIn(column: SummaryColumn, row: RowSource): Field {
  return column.name === 'mean' && row.figures.status === 'protected' ? 'protected' : column.of(row)
}

/** One row per wave and group, whichever measures it has. */
function participationSheet(rows: readonly RowSource[]): Sheet<Buffer> {
  const names = ['wave', 'wave_closed', 'unit_id', 'unit_name', 'unit_path', 'cut', 'cut_value']
  const columns = summaryColumns.filter(({ name }) => names.includes(name))
  const groups = new Map(rows.map((row) => [row.cell, row]))
  return table(
    'Participation',
    [
      ...names,
      'status',
      'answered_low',
      'answered_high',
      'invited',
      'response_rate_low',
      'response_rate_high',
    ],
    [...groups.values()].map((row) => [
      ...columns.map(({ of }) => of(row)),
      row.cell.status,
      ...ends(row.cell.n),
      row.cell.invited,
      ...ends(row.cell.responseRate),
    ]),
  )
}

function ends(figure: RowSource['cell']['n']): [number | null, number | null] {
  if (figure === null || typeof figure === 'number') return [figure, figure]
  return [figure.lo, figure.hi]
}

function codebookSheet({ headers }: Extract): Sheet<Buffer> {
  const lines = codebookLines(describedReleases(headers))
  return table(
    'Codebook',
    [...codebookColumns],
    lines.map((line) => codebookColumns.map((column) => line[column])),
  )
}

function table(
  sheet: string,
  columns: readonly string[],
  rows: readonly (readonly Field[])[],
): Sheet<Buffer> {
  return {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map((name) => ({ width: /name|path|note|meaning/.test(name) ? 36 : 16 })),
    data: [
      columns.map((name) => ({ value: name, fontWeight: 'bold' })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }
}

/** An empty text would be a cell with nothing in it; the type is said, so that text stays text whatever it begins with. */
function cellOf(value: Field): Cell {
  if (value === null || value === '') return null
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}

function readMe({ headers, visible }: Extract): Cell[][] {
  const line = (name: string, value: Field): Cell[] => [{ value: name, fontWeight: 'bold' }, cellOf(value)]
  return [
    [{ value: 'Chorus: released figures', fontWeight: 'bold' }],
    line(
      'What this is',
      visible === null
        ? 'Everything that was released of the waves below.'
        : `What the pages of these units show: ${visible.map(({ name }) => name).join(', ')}.`,
    ),
    line(
      'protected',
      'Not shown, so that nobody can learn what one person said: too few answered, or the figure would give away one of too few.',
    ),
    line(
      'low and high',
      'Figures are shown in steps. Low and high enclose every true value that would be shown in the same way.',
    ),
    line('Scales', 'Scales and outcomes in the newest wave.'),
    line('Items', 'Statements.'),
    line('Trend', 'Scales and outcomes in all waves.'),
    line('Participation', 'How many were invited and answered.'),
    line('Codebook', 'What every column means; the thresholds and questions of each wave.'),
    [],
    [
      { value: 'Wave', fontWeight: 'bold' },
      { value: 'Released under', fontWeight: 'bold' },
    ],
    ...headers.map(({ label, closedOn, wave, policy }) => [
      cellOf(label),
      cellOf(
        `closed on ${closedOn}; k = ${policy.k}, ${policy.cutK} in cuts, ${policy.commentK} for comments; release ${wave}`,
      ),
    ]),
  ]
}
