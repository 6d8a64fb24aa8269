import type { Fault } from '@chorus/contracts/problems'
import { CsvError, type Parser, parse } from 'csv-parse'
import { type Delimiter, delimiterOf } from './delimiter.ts'
import type { FaultList } from './fault-list.ts'
import { Utf8Check } from './utf8-check.ts'

/** The bytes of a file, as they come. */
export type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Takes one record. `line` says where it starts; ask only for a fault, since finding out takes time. */
export type RowReader = (fields: readonly string[], line: () => number) => void

/** Looks at the header (names without blanks around them) and gives the reader of the rows, or null to stop. */
export type HeaderReader = (header: readonly string[], delimiter: Delimiter) => RowReader | null

/** A record larger than this is a quote that was never closed. In bytes. */
const maxRecordSize = 1_000_000

/**
 * Reads a CSV file as a stream: RFC 4180 with a header row, UTF-8, an optional byte-order mark; commas, semicolons or
 * tabs. Faults go to the list: a fault of the file itself ends the reading, a row with a wrong
 * number of fields is left out. Rows without any content are skipped. Memory does not grow with the file.
 */
export async function readCsv(
  source: Source,
  file: string,
  faults: FaultList,
  openRows: HeaderReader,
): Promise<void> {
  const fault = (line: number | null, code: string, message: string, values: Fault['values'] = {}) =>
    faults.add({ file, line, column: null, code, message, values })
  const utf8 = new Utf8Check()
  let parser: Parser | undefined
  let pending: Uint8Array[] = []

  function start(): Parser {
    const delimiter = delimiterOf(textOf(pending).split(/[\r\n]/, 1)[0] ?? '')
    return csvParser(delimiter, rowHandler(delimiter, openRows, fault))
  }

  try {
    for await (const chunk of source) {
      const badLine = utf8.add(chunk)
      if (badLine !== null) return fault(badLine, 'not-utf8', notUtf8)
      if (parser) {
        await feed(parser, chunk)
        continue
      }
      pending.push(chunk)
      if (!hasHeaderLine(pending)) continue
      parser = start()
      await feed(parser, Buffer.concat(pending))
      pending = []
    }
    const badLine = utf8.end()
    if (badLine !== null) return fault(badLine, 'not-utf8', notUtf8)
    if (!parser) {
      if (textOf(pending) === '')
        return fault(null, 'empty-file', 'the file is empty; a header row is needed')
      parser = start()
      await feed(parser, Buffer.concat(pending))
    }
    await finish(parser)
  } catch (error) {
    if (error instanceof StopReading) return
    if (!(error instanceof CsvError)) throw error
    fault(lineOf(error), ...syntaxFault(error))
  } finally {
    parser?.destroy()
  }
}

const notUtf8 =
  'the file is not UTF-8 from here on; save it again as "CSV UTF-8" (in a spreadsheet: Save as, then this type)'

/** Thrown through the parser to end the reading after a fault in the header. */
class StopReading extends Error {}

function rowHandler(
  delimiter: Delimiter,
  openRows: HeaderReader,
  fault: (line: number, code: string, message: string, values: Fault['values']) => void,
): (fields: string[], lastLine: number) => void {
  let read: RowReader | undefined
  let width = 0
  let current: readonly string[] = []
  let currentLastLine = 0
  const line = () => currentLastLine - newlinesIn(current)

  return (fields, lastLine) => {
    if (!read) {
      const opened = openRows(
        fields.map((name) => name.trim()),
        delimiter,
      )
      if (!opened) throw new StopReading()
      read = opened
      width = fields.length
      return
    }
    current = fields
    currentLastLine = lastLine
    if (fields.length === width) {
      if (fields.some(hasContent)) read(fields, line)
    } else if (fields.some(hasContent))
      fault(
        line(),
        'wrong-number-of-fields',
        `the row has ${fields.length} fields where the header has ${width}; check for a missing quote or separator`,
        { fields: fields.length, header: width },
      )
  }
}

function csvParser(delimiter: Delimiter, onRecord: (fields: string[], lastLine: number) => void): Parser {
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRecordSize,
    // Records are handled inside the parser and none is passed on: an object stream would double the time.
    on_record: (fields: string[], { lines }) => {
      onRecord(fields, lines)
      return null
    },
  })
  // Errors come back from every write; without a listener they would end the process as well.
  parser.on('error', () => {})
  parser.resume()
  return parser
}

function feed(parser: Parser, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()))
  })
}

function finish(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject)
    parser.once('end', resolve)
    parser.end()
  })
}

function syntaxFault(error: CsvError): [code: string, message: string] {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return ['quote-not-closed', 'a quote is opened and never closed']
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return ['row-too-large', 'a row is larger than 1 MB; most likely a quote is opened and never closed']
  return [
    'quote-misplaced',
    'a quote stands inside a field; write it twice and put the whole field in quotes',
  ]
}

function lineOf(error: CsvError): number | null {
  return typeof error.lines === 'number' ? error.lines : null
}

const hasContent = (field: string) => field !== ''
/** The text so far, without a byte-order mark and blank lines before it. */
const textOf = (chunks: readonly Uint8Array[]) =>
  Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^[\uFEFF\s]+/, '')

function hasHeaderLine(chunks: readonly Uint8Array[]): boolean {
  const text = textOf(chunks)
  return /[\r\n]/.test(text) || text.length > maxRecordSize
}

function newlinesIn(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0)
}
