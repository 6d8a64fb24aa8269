import type { Figure } from '@chorus/contracts/publish'
import { type UnitReport, unitReport } from '@chorus/contracts/report'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook, type Value } from './support/read-workbook.ts'
import { type ReleasedCompany, releasedCompany } from './support/released-company.ts'

let running: ReleasedCompany
let hr: string
let left: string

beforeAll(async () => {
  running = await releasedCompany()
  ;[hr, left] = await Promise.all([running.signIn('hr@test.example'), running.signIn('left@test.example')])
})

afterAll(() => running.stop())

type Row = Record<string, string>

const get = (url: string, cookie: string) => running.app.inject({ url, headers: { cookie } })
const rowsOf = (body: string, delimiter = ','): Row[] => parse(body, { columns: true, bom: true, delimiter })

test('the columns of summary.csv are those of the specification, in its order', async () => {
  const { body, headers } = await get('/api/reports/summary.csv', hr)
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="summary_Wave-2_k5\.csv"; filename\*=UTF-8''/,
  )
  expect(headers.link).toContain(
    `</api/reports/codebook.csv?programme=${running.programme}>; rel="describedby"`,
  )
  expect(body.split('\n')[0]).toBe(
    'wave,wave_closed,unit_id,unit_name,unit_path,cut,cut_value,measure_type,measure,measure_name,status,respondents_low,respondents_high,invited,response_rate,mean,mean_low,mean_high,ci_low,ci_high,favourable_low,favourable_high,agreement,change_low,change_high,change_verdict,note',
  )
})

test.each(['summary.csv', 'summary.csv?format=spreadsheet', 'codebook.csv', 'comments.csv'])(
  '%s is the same to the byte each time',
  async (file) => {
    const [first, second] = await Promise.all([0, 1].map(() => get(`/api/reports/${file}`, hr)))
    expect(first?.statusCode).toBe(200)
    expect(first?.rawPayload.equals(second?.rawPayload ?? Buffer.alloc(0))).toBe(true)
  },
)

test('HR gets a row for every measure of every cell that was released', async () => {
  const rows = rowsOf((await get(`/api/reports/summary.csv?programme=${running.programme}`, hr)).body)
  const measures = running.waves.flatMap(({ cells }) => cells.flatMap((cell) => cell.measures))
  expect(rows).toHaveLength(measures.length)
  expect(rows.filter(({ status }) => status === 'published')).toHaveLength(
    measures.filter(({ status }) => status === 'published').length,
  )
  expect(rows.some(({ cut }) => cut === 'tenure')).toBe(true)
})

test('a manager finds every figure of the own pages in the file, and nothing that is not on them', async () => {
  const rows = rowsOf((await get('/api/reports/summary.csv', left)).body)
  const expected = new Map<string, Row>()
  const { units } = (await get('/api/reports/units', left)).json()
  for (const { id } of units) {
    const report = unitReport.parse((await get(`/api/reports/units/${id}`, left)).json())
    for (const [key, row] of figuresOnPage(report)) expected.set(key, row)
  }
  const found = new Map(
    rows.filter(({ status }) => status === 'published').map((row) => [keyOf(row), figuresInRow(row)]),
  )
  expect(found).toEqual(expected)
  expect(found.size).toBeGreaterThan(25)
  for (const row of rows) {
    expect(['left', 'red', 'blue', 'tiny']).toContain(row.unit_id)
    expect(row.unit_path).not.toContain('Top')
    expect(row.cut).toBe('')
    if (row.status === 'protected') expect(Object.values(figuresInRow(row)).join('')).toBe('')
  }
})

test('a file of a manager holds nothing of other units, and those who see no report get none', async () => {
  const green = await running.signIn('green@test.example')
  const units = new Set(rowsOf((await get('/api/reports/summary.csv', green)).body).map((row) => row.unit_id))
  expect(units).toEqual(new Set(['green']))
  expect((await get('/api/reports/comments.csv', green)).json().code).toBe('not-allowed')
  for (const email of ['somebody@test.example', 'auditor@test.example'])
    expect((await get('/api/reports/summary.csv', await running.signIn(email))).json().code).toBe(
      'not-allowed',
    )
})

test('the programme of a manager is the one on the pages', async () => {
  expect((await get(`/api/reports/summary.csv?programme=${running.programme}`, left)).statusCode).toBe(200)
  const other = `/api/reports/summary.csv?programme=${running.organisation}`
  expect((await get(other, left)).json().code).toBe('unknown-programme')
  expect((await get(other, hr)).json().code).toBe('no-release-yet')
})

test('for spreadsheets there are a byte-order mark, semicolons and decimal commas, and the same figures', async () => {
  const plain = rowsOf((await get('/api/reports/summary.csv', hr)).body)
  const { rawPayload } = await get('/api/reports/summary.csv?format=spreadsheet', hr)
  expect(rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const rows = rowsOf(rawPayload.toString('utf8'), ';')
  const numbers = ['mean', 'mean_low', 'ci_high', 'favourable_low', 'change_low', 'response_rate', 'invited']
  expect(rows.map((row) => numbers.map((name) => row[name]?.replace(',', '.')))).toEqual(
    plain.map((row) => numbers.map((name) => row[name])),
  )
  expect(rows.map(({ unit_name, note }) => [unit_name, note])).toEqual(
    plain.map(({ unit_name, note }) => [unit_name, note]),
  )
  expect(rows.some(({ mean }) => mean?.includes(','))).toBe(true)
})

test.each(['plain', 'spreadsheet'])('no name of a unit begins a formula in a %s file', async (format) => {
  const { body } = await get(`/api/reports/summary.csv?format=${format}`, hr)
  // As a program reads it that expects the file's own delimiter, and as one that expects another.
  for (const delimiter of [',', ';', '\t']) {
    const cells = parse(body, { delimiter, bom: true, relax_column_count: true, relax_quotes: true }).flat()
    expect(cells.filter((cell: string) => /^[\s"]*[=@+]/.test(cell))).toEqual([])
    expect(cells.filter((cell: string) => /^-[^0-9]/.test(cell))).toEqual([])
  }
  expect(body).toContain(`'=HYPERLINK`)
})

test('the codebook says every column of the file, and the thresholds and measures of every wave', async () => {
  const summary = rowsOf((await get('/api/reports/summary.csv', hr)).body)
  const book = rowsOf((await get('/api/reports/codebook.csv', left)).body)
  const named = (kind: string) => book.filter((line) => line.kind === kind)
  expect(named('column').map(({ name }) => name)).toEqual(Object.keys(summary[0] ?? {}))
  expect(named('column').every(({ unit, values, meaning }) => unit && values && meaning)).toBe(true)
  expect(named('release').map(({ wave, values }) => [wave, values])).toEqual([
    ['Wave 1', '2026-01-05'],
    ['Wave 2', '2026-02-02'],
  ])
  expect(named('threshold').filter(({ name }) => name === 'k')).toHaveLength(2)
  expect(named('threshold').find(({ name }) => name === 'k')?.values).toBe('5')
  const explained = new Set(book.map(({ name }) => name))
  for (const { measure } of summary) expect(explained).toContain(measure)
})

test('the values that the codebook lists are those that occur', async () => {
  const rows = rowsOf((await get('/api/reports/summary.csv', hr)).body)
  const book = rowsOf((await get('/api/reports/codebook.csv', hr)).body)
  for (const column of ['measure_type', 'status', 'agreement', 'change_verdict']) {
    const listed = book.find(({ kind, name }) => kind === 'column' && name === column)?.values ?? ''
    const words = listed.replace(/;.*/, '').split(' | ')
    const found = new Set(rows.map((row) => row[column]).filter((word) => word !== ''))
    expect(words, column).toEqual(expect.arrayContaining([...found]))
    expect(found.size, column).toBeGreaterThan(1)
  }
})

test('the workbook holds the same as the file: numbers as numbers, the word where it is protected, and no formula', async () => {
  const csv = rowsOf((await get('/api/reports/summary.csv', hr)).body)
  const { rawPayload, headers } = await get('/api/reports/report.xlsx', hr)
  expect(headers['content-disposition']).toMatch(/filename="report_Wave-2_k5\.xlsx"/)
  const book = readWorkbook(rawPayload)
  expect(Object.keys(book)).toEqual(['Read me', 'Scales', 'Items', 'Trend', 'Participation', 'Codebook'])
  const rows = ['Trend', 'Items'].flatMap((sheet) => recordsOf(book[sheet]))
  // Text that a CSV has to guard with an apostrophe stands in a workbook as it is.
  const unguarded = (text: string) => text.replace(/(^|;)'(?=[=@])/g, '$1')
  const inOrder = (all: Row[]) =>
    all.map((row) => Object.values(row).map(unguarded).join('|')).sort((a, b) => (a < b ? -1 : 1))
  const asWritten = csv.map((row) => ({ ...row, ...(row.status === 'protected' && { mean: 'protected' }) }))
  expect(inOrder(rows.map(asTexts))).toEqual(inOrder(asWritten))
  for (const { status, mean } of rows) expect(typeof mean).toBe(status === 'protected' ? 'string' : 'number')
  expect(recordsOf(book.Scales).every(({ wave }) => wave === 'Wave 2')).toBe(true)
  const groups = new Set(csv.map(({ wave, unit_id, cut }) => `${wave} ${unit_id} ${cut}`))
  expect(recordsOf(book.Participation)).toHaveLength(groups.size)
  expect(recordsOf(book.Codebook).map(({ name }) => name)).toContain('change_verdict')
})

test('the workbook of a manager holds what the file of the manager holds', async () => {
  const csv = rowsOf((await get('/api/reports/summary.csv', left)).body)
  const book = readWorkbook((await get('/api/reports/report.xlsx', left)).rawPayload)
  const rows = ['Trend', 'Items'].flatMap((sheet) => recordsOf(book[sheet]))
  expect(rows).toHaveLength(csv.length)
  const units = Object.values(book).flatMap((sheet) =>
    recordsOf(sheet).flatMap(({ unit_id }) => unit_id ?? []),
  )
  expect(new Set(units)).toEqual(new Set(['left', 'red', 'blue', 'tiny']))
})

test('every look and every export is in the audit trail, with who it was and of what', async () => {
  await get('/api/reports/units/red', left)
  await get('/api/reports/units/red/comments', left)
  await get('/api/reports/organisation', hr)
  const noted = new Map<string, string>()
  const auditor = await running.signIn('auditor@test.example')
  for (const { action, actor, subject } of (await get('/api/audit-trail', auditor)).json().events)
    if (!noted.has(`${actor}: ${action}`)) noted.set(`${actor}: ${action}`, subject)
  expect(noted.get('Lena Left: report read')).toContain('Red')
  expect(noted.get('Lena Left: comments read')).toContain('Red')
  expect(noted.get('Hanna HR: report read')).toBe('the whole organisation, Wave 2')
  expect(noted.get('Lena Left: summary exported')).toBe('2 waves, Left')
  for (const action of ['summary exported', 'codebook exported', 'comments exported', 'workbook exported'])
    expect(noted.get(`Hanna HR: ${action}`)).toBe('2 waves')
})

function recordsOf(sheet: Value[][] = []): Record<string, Value>[] {
  const [names = [], ...rows] = sheet
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [String(name), row[at] ?? null])))
}

function asTexts(row: Record<string, Value>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]))
}

const figureColumns = [
  'respondents',
  'invited',
  'response_rate',
  'mean',
  'ci',
  'favourable',
  'agreement',
  'change',
] as const

function keyOf(row: Row): string {
  return [row.wave, row.unit_id, row.measure].join(' ')
}

/** The figures of a row as one text each: "low high" where there are two columns. */
function figuresInRow(row: Row): Row {
  const both = (name: string) => `${row[`${name}_low`]} ${row[`${name}_high`]}`.trim()
  const single = new Set(['invited', 'response_rate', 'agreement'])
  return Object.fromEntries(
    figureColumns.map((name) => [name, single.has(name) ? (row[name] ?? '') : both(name)]),
  )
}

/** All that the page of a unit shows of released figures, by wave, unit and measure. */
function figuresOnPage(report: UnitReport): Map<string, Row> {
  const found = new Map<string, Row>()
  const labels = new Map(report.waves.map(({ id, label }) => [id, label]))
  const participation = (wave: string) => {
    const line = report.waves.find(({ id }) => id === wave)
    return { invited: text(line?.invited ?? null), response_rate: middle(line?.responseRate ?? null) }
  }
  const put = (
    wave: string,
    measure: string,
    figures: Partial<Record<(typeof figureColumns)[number], string>>,
  ) =>
    found.set([labels.get(wave), report.unit.id, measure].join(' '), {
      ...Object.fromEntries(figureColumns.map((name) => [name, ''])),
      ...participation(wave),
      ...figures,
    })
  for (const { points, items, id } of [...report.scales, ...report.others]) {
    for (const point of points)
      if (point.status === 'published')
        put(point.wave, id, {
          respondents: ends(point.n),
          mean: ends(point.mean),
          ci: ends(point.interval),
          favourable: ends(point.favourable),
          agreement: point.agreement ?? '',
          change: ends(point.change?.difference ?? null),
        })
    const newest = points.at(-1)
    if (newest?.status === 'published')
      for (const item of items)
        put(newest.wave, item.id, {
          respondents: ends(newest.n),
          mean: ends(item.mean),
          favourable: ends(item.favourable),
          agreement: item.agreement ?? '',
          change: ends(item.change?.difference ?? null),
        })
  }
  return found
}

function text(value: number | null): string {
  return value === null ? '' : String(value)
}

function ends(figure: Figure | null): string {
  if (figure === null) return ''
  return typeof figure === 'number' ? `${figure} ${figure}` : `${figure.lo} ${figure.hi}`
}

function middle(figure: Figure | null): string {
  if (figure === null) return ''
  return text(typeof figure === 'number' ? figure : Math.round(((figure.lo + figure.hi) / 2) * 1e6) / 1e6)
}
