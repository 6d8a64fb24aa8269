import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reverseScore } from '../src/reverse-score.ts'

/**
 * Reference values and data that live outside the project, beside it; CHORUS_SHARED names another place.
 * Without them the tests that need them are skipped by name, and counted as skipped.
 */
const shared = process.env.CHORUS_SHARED ?? join(import.meta.dirname, '../../../../shared')
const oracleFile = join(shared, 'oracle/psychometrics.json')
const present = existsSync(oracleFile)

type Case<Input, Expected, Info> = {
  id: string
  statistic: string
  /** Package, function and paper that gave the values. */
  reference: string
  input: Input
  expected: Expected
  /** For orientation. */
  info: Info
  tolerance: { abs: number; rel: number }
}

/** Columns of a data file, and the rows a case wants. */
export type DataInput = { dataset: string; columns: string[]; filter?: Record<string, unknown> }

const cases: Case<unknown, unknown, unknown>[] = present
  ? JSON.parse(readFileSync(oracleFile, 'utf8')).cases
  : []

/**
 * One test per case of a statistic; the caller says what its cases look like. `near` compares within the tolerance of
 * the case; a field that is not there is a difference.
 */
export function testAgainstOracle<Input, Expected, Info = unknown>(
  statistic: string,
  check: (
    oracle: Case<Input, Expected, Info>,
    near: (actual: number | null, expected: number | null) => void,
  ) => void,
): void {
  if (!present)
    test(`NOT CHECKED: ${statistic} (no reference values at ${oracleFile})`, ({ skip }) => {
      console.warn(`${statistic} was not compared with its reference values: ${oracleFile} is absent`)
      skip()
    })
  for (const oracle of cases.filter((one) => one.statistic === statistic))
    test(`${oracle.id} agrees with ${oracle.reference}`, () => {
      const { abs, rel } = oracle.tolerance
      check(oracle as Case<Input, Expected, Info>, (actual, expected) => {
        if (actual === null || expected === null) return void expect(actual).toBe(expected)
        expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
          abs + rel * Math.abs(expected),
        )
      })
    })
}

/** Items of a scale: which are reversed (-1), and the range they are reversed in. */
export type ItemsInput = DataInput & { keys?: number[]; min?: number; max?: number }

/** Rows of a data file with reversed items turned round. */
export function orientedRowsOf(input: ItemsInput): (number | null)[][] {
  const range = { min: input.min ?? 0, max: input.max ?? 0 }
  return rowsOf(input).map((row) =>
    row.map((answer, i) =>
      answer !== null && input.keys?.[i] === -1 ? reverseScore(answer, range) : answer,
    ),
  )
}

/** Rows of a data file, as far as a case wants them: numbers, null where a cell is empty. */
export function rowsOf(input: DataInput, where: Record<string, unknown> = {}): (number | null)[][] {
  return recordsOf(input, where).map((record) =>
    input.columns.map((column) => {
      const text = record.get(column) ?? ''
      return text === '' ? null : Number(text)
    }),
  )
}

/** The group of each row of a case: a column, or several as in "battalion + ' ' + company". */
export function groupsOf(input: DataInput & { group: string }): string[] {
  const columns = input.group.split(" + ' ' + ")
  return recordsOf(input).map((record) => columns.map((column) => record.get(column)).join(' '))
}

/** Lines of a data file that have the wanted values, by column name. */
export function recordsOf(
  { dataset, filter = {} }: Pick<DataInput, 'dataset' | 'filter'>,
  where: Record<string, unknown> = {},
): Map<string, string>[] {
  const [header = [], ...lines] = readFileSync(join(shared, 'data', dataset), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().match(cells) ?? [])
  const wanted = Object.entries({ ...filter, ...where })
  return lines
    .map((line) => new Map(header.map((column, i) => [column, (line[i] ?? '').replaceAll('"', '')])))
    .filter((record) => wanted.every(([column, value]) => record.get(column) === String(value)))
}

/** What stands between commas; a cell in quotes may hold some. */
const cells = /(?<=^|,)("[^"]*"|[^,]*)(?=,|$)/g
