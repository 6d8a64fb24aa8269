import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Reference values and data that live outside the project, beside it; CHORUS_SHARED names another place.
 * Without them the tests that need them are skipped by name, and counted as skipped.
 */
const shared = process.env.CHORUS_SHARED ?? join(import.meta.dirname, '../../../../shared')
const oracleFile = join(shared, 'oracle/psychometrics.json')
const present = existsSync(oracleFile)

type Case = {
  id: string
  statistic: string
  // biome-ignore lint/suspicious/noExplicitAny: foreign JSON, read by tests only
  input: any
  // biome-ignore lint/suspicious/noExplicitAny: foreign JSON, read by tests only
  expected: any
  tolerance: { abs: number; rel: number }
}

const cases: Case[] = present ? JSON.parse(readFileSync(oracleFile, 'utf8')).cases : []

/** One test per case of a statistic. `near` compares within the tolerance of the case. */
export function testAgainstOracle(
  statistic: string,
  check: (oracle: Case, near: (actual: number | null, expected: number | null) => void) => void,
): void {
  if (!present)
    test(`NOT CHECKED: ${statistic} (no reference values at ${oracleFile})`, ({ skip }) => {
      console.warn(`${statistic} was not compared with its reference values: ${oracleFile} is absent`)
      skip()
    })
  for (const oracle of cases.filter((one) => one.statistic === statistic))
    test(`${oracle.id} agrees with the reference`, () => {
      const { abs, rel } = oracle.tolerance
      check(oracle, (actual, expected) => {
        if (actual === null || expected === null) return void expect(actual).toBe(expected)
        expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
          abs + rel * Math.abs(expected),
        )
      })
    })
}

/** Rows of a data file, as far as a case wants them: numbers, null where a cell is empty. */
export function rowsOf(input: Case['input'], where: Record<string, unknown> = {}): (number | null)[][] {
  const [header = [], ...lines] = readFileSync(join(shared, 'data', input.dataset), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))
  const wanted = Object.entries({ ...input.filter, ...where })
  return lines
    .filter((line) => wanted.every(([column, value]) => line[header.indexOf(column)] === String(value)))
    .map((line) =>
      (input.columns as string[]).map((column) => {
        const text = line[header.indexOf(column)] ?? ''
        return text === '' ? null : Number(text)
      }),
    )
}
