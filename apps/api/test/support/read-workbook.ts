import { strFromU8, unzipSync } from 'fflate'

export type Value = string | number | null

/** The sheets of an .xlsx file by name, as rows of values, read from its XML. @throws where a cell is a formula */
export function readWorkbook(bytes: Uint8Array): Record<string, Value[][]> {
  const files = unzipSync(bytes)
  const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array())
  const strings = [...xml('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map(
    (found) => unescaped(found[1] ?? ''),
  )
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
    (found) => found[1] ?? '',
  )
  return Object.fromEntries(
    names.map((name, at) => [name, rowsOf(xml(`xl/worksheets/sheet${at + 1}.xml`), strings)]),
  )
}

function rowsOf(sheet: string, strings: readonly string[]): Value[][] {
  if (sheet.includes('<f>') || sheet.includes('<f ')) throw new Error('a formula')
  return [...sheet.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, row = '']) => {
    const values: Value[] = []
    for (const [, place = '', about = '', value = ''] of row.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*)>(?:<v>([^<]*)<\/v>)?/g,
    ))
      values[columnOf(place)] = cellValue(value, / t="s"/.test(about) ? strings : null)
    return Array.from(values, (value) => value ?? null)
  })
}

function cellValue(text: string, strings: readonly string[] | null): Value {
  if (text === '') return null
  return strings ? (strings[Number(text)] ?? null) : Number(text)
}

/** A is 0, Z is 25, AA is 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function unescaped(text: string): string {
  const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", amp: '&' }
  return text.replace(/&(#39|\w+);/g, (whole, name: string) => characters[name] ?? whole)
}
