import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './csv-reader.ts'
import { FaultList } from './fault-list.ts'

type Row = { fields: readonly string[]; line: number }

async function read(content: string | Uint8Array, chunkSize = 7) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const faults = new FaultList()
  const rows: Row[] = []
  let header: readonly string[] = []
  await readCsv(chunks(bytes, chunkSize), 'a.csv', faults, (names) => {
    header = names
    return (fields, line) => rows.push({ fields, line: line() })
  })
  return { header, rows, faults: faults.faults }
}

function* chunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

test('an empty file, a file of blank lines and one with only a byte-order mark are faults', async () => {
  for (const content of ['', '\n\n  \r\n', '\uFEFF'])
    expect((await read(content)).faults).toMatchObject([{ file: 'a.csv', line: null, code: 'empty-file' }])
})

test('commas, semicolons and tabs are understood, with and without a byte-order mark', async () => {
  for (const mark of ['', '\uFEFF'])
    for (const delimiter of [',', ';', '\t']) {
      const text = `${mark}"a;,b"${delimiter}c\r\n1${delimiter}2\r\n`
      const { header, rows, faults } = await read(text)
      expect(header).toEqual(['a;,b', 'c'])
      expect(rows).toEqual([{ fields: ['1', '2'], line: 2 }])
      expect(faults).toEqual([])
    }
})

test('quotes hold separators, doubled quotes and line breaks, and lines are still counted right', async () => {
  const { rows } = await read('a,b\n"x, ""y""","1\n2"\n\n3,4')
  expect(rows).toEqual([
    { fields: ['x, "y"', '1\n2'], line: 2 },
    { fields: ['3', '4'], line: 5 },
  ])
})

test('rows without content are skipped, rows with a wrong number of fields are faults', async () => {
  const { rows, faults } = await read('a,b\n,\n1\n1,2,3\n4,5\n,,,,\n')
  expect(rows).toEqual([{ fields: ['4', '5'], line: 5 }])
  expect(faults.map((f) => [f.code, f.line])).toEqual([
    ['wrong-number-of-fields', 3],
    ['wrong-number-of-fields', 4],
  ])
})

test('a Latin-1 file is refused at its first wrong line, with a remedy, however it is cut into chunks', async () => {
  const latin1 = Buffer.from('id,name\n1,Zürich\n2,Müller\n', 'latin1')
  for (const size of [1, 2, 3, 100]) {
    const { faults } = await read(latin1, size)
    expect(faults).toMatchObject([{ line: 2, code: 'not-utf8', message: expect.stringContaining('UTF-8') }])
  }
})

test('UTF-16 is refused, a character cut off at the end of the file too', async () => {
  expect((await read(Buffer.from('\uFEFFid,name\n1,x\n', 'utf16le'))).faults).toMatchObject([
    { line: 1, code: 'not-utf8' },
  ])
  expect((await read(Buffer.from('id\né').subarray(0, 4))).faults).toMatchObject([
    { line: 2, code: 'not-utf8' },
  ])
})

test('a quote that is never closed and a quote inside a field are faults with their line', async () => {
  expect((await read('a,b\n1,"2\n3,4\n')).faults).toMatchObject([{ code: 'quote-not-closed' }])
  expect((await read('a,b\n1,2\n1,x"y\n')).faults).toMatchObject([{ code: 'quote-misplaced', line: 3 }])
})

test('an endless quoted field is refused before it fills the memory', async () => {
  const { faults } = await read(`a\n"${'x'.repeat(1_500_000)}`, 65_536)
  expect(faults).toMatchObject([{ code: 'row-too-large', line: 2 }])
})

test('old Mac and mixed line ends are understood', async () => {
  const { rows } = await read('a\r1\r2\n3\r\n4')
  expect(rows.map((row) => row.fields[0])).toEqual(['1', '2', '3', '4'])
})

test('a bug in the reader of the rows is thrown, not taken for a fault of the file', async () => {
  const broken = readCsv([Buffer.from('a\n1\n')], 'a.csv', new FaultList(), () => () => {
    throw new TypeError('a bug')
  })
  await expect(broken).rejects.toThrow('a bug')
})

test('what was quoted comes back, for any text and any chunk size', async () => {
  const field = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => text.trim() !== '')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',', ';', '\t'),
      fc.integer({ min: 1, max: 40 }),
      async (table, delimiter, size) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = [['h1', 'h2'], ...table].map((row) => row.map(quoted).join(delimiter)).join('\n')
        const { rows, faults } = await read(text, size)
        expect(faults).toEqual([])
        expect(rows.map((row) => row.fields)).toEqual(table)
      },
    ),
    { numRuns: 60 },
  )
})
