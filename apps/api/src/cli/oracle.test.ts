import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { compare } from '../oracle/compare.ts'
import { sharedFile, testOnSharedData } from '../summarize/support/shared-data.ts'
import { oracle } from './oracle.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chorus-oracle-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})
afterAll(() => rm(folder, { recursive: true }))

// Newcombe 1998, method 3: 81 of 263.
const newcombe = {
  id: 'wilson/81-of-263',
  statistic: 'wilson',
  input: { k: 81, n: 263 },
  expected: { p: 0.30798479087452474, ci: [0.2552885198782743, 0.3662095769828001] },
  tolerance: { abs: 1e-10, rel: 1e-9 },
}

async function run(cases: unknown[], options: { json?: boolean } = {}) {
  const file = join(folder, 'cases.json')
  await writeFile(file, JSON.stringify({ cases }))
  return runFile(file, options)
}

async function runFile(file: string, options: { json?: boolean; data?: string } = {}) {
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
  await oracle(file, options)
  return { out: said.join(''), code: process.exitCode }
}

test('a case that agrees passes, with the figure that is nearest to not agreeing', async () => {
  const { out, code } = await run([newcombe])
  expect(out).toMatch(
    /^pass {2}wilson\/81-of-263: 4 agree; \S+ expected 0\.\d+, got 0\.\d+\n1 of 1 cases pass\.\n$/,
  )
  expect(code).toBeUndefined()
})

test('one wrong expectation fails the case by name and place, and the exit code is 1', async () => {
  const wrong = {
    ...newcombe,
    id: 'wrong',
    expected: { ...newcombe.expected, ci: [0.2552885198782743, 0.37] },
  }
  const { out, code } = await run([newcombe, wrong])
  expect(out).toMatch(
    /^pass.*\nFAIL {2}wrong: 1 of 4 differ\n +ci\[1\] expected 0\.37, got 0\.3662\d+\n1 of 2/,
  )
  expect(code).toBe(1)
})

test('an expected figure that is not computed fails: it is not taken for agreement', async () => {
  const { out, code } = await run([{ ...newcombe, expected: { ...newcombe.expected, more: 1 } }])
  expect(out).toMatch('more expected 1, got nothing')
  expect(code).toBe(1)
})

test('an unknown statistic, or an input that nobody knows, is a fault with what would be known, and exit code 2', async () => {
  const { out, code } = await run([
    newcombe,
    { ...newcombe, id: 'unknown', statistic: 'phrenology' },
    { ...newcombe, id: 'misspelt', input: { k: 81, n: 263, pupolation: 300 } },
    { ...newcombe, id: 'uneven', statistic: 'cronbach_alpha', input: { rows: [[1, 2], [3]] } },
    { ...newcombe, id: 'gap', statistic: 'xmr', input: { values: [1, null, 2] } },
  ])
  expect(out).toMatch(/FAULT unknown: the statistic "phrenology" is not known; known are .*wilson/)
  expect(out).toMatch(/FAULT misspelt: input: .*pupolation/)
  expect(out).toMatch('FAULT uneven: input: rows differ in length')
  expect(out).toMatch('FAULT gap: input.values.1: ')
  expect(out).toMatch('1 of 5 cases pass.')
  expect(code).toBe(2)
})

test('what has no value is absent with its reason, and agrees with a case that expects nothing there', async () => {
  const flat = {
    id: 'alpha of equal answers',
    statistic: 'cronbach_alpha',
    input: {
      rows: [
        [4, 4],
        [4, 4],
        [4, 4],
      ],
    },
    expected: { n_complete: 3, alpha: null, ci95_feldt: [null, null] },
    tolerance: newcombe.tolerance,
  }
  const one = { ...flat, id: 'a wave of one answer', statistic: 'wave_change', input: { a: [4], b: [5, 6] } }
  const { out, code } = await run(
    [
      flat,
      { ...one, expected: { difference: 1.5, t: null, ci95: null, hedges_g: null } },
      { ...flat, id: 'a number that is not there', expected: { alpha: 0 } },
    ],
    { json: true },
  )
  const { cases } = JSON.parse(out)
  expect(cases.map(({ pass }: { pass: boolean }) => pass)).toEqual([true, true, false])
  expect(cases[0].got).toMatchObject({ n_rows: 3, alpha: null, absent: 'no-spread' })
  expect(code).toBe(1)
})

test('for programs: id, expected, got and pass of every case', async () => {
  const { out } = await run([newcombe, { ...newcombe, statistic: 'phrenology' }], { json: true })
  const document = JSON.parse(out)
  expect(document).toMatchObject({ passed: 1, failed: 0, unusable: 1 })
  expect(document.cases).toMatchObject([
    { id: newcombe.id, expected: newcombe.expected, pass: true, fault: null },
    { id: newcombe.id, expected: newcombe.expected, got: null, pass: false },
  ])
  expect(document.cases[0].got.p).toBeCloseTo(newcombe.expected.p, 12)
})

test('a file of any other form is refused with its place and exit code 2', async () => {
  const file = join(folder, 'bad.json')
  for (const [content, complaint] of [
    ['{', /bad\.json, line 1.*not valid JSON/],
    ['{}', /cases/],
    ['{"cases": []}', /there are no cases/],
    [JSON.stringify({ cases: [{ ...newcombe, tolerance: undefined }] }), /cases\.0\.tolerance/],
    [JSON.stringify({ cases: [{ ...newcombe, expected: {} }] }), /nothing is expected/],
  ] as const) {
    await writeFile(file, content)
    await expect(runFile(file), content).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(complaint),
    })
  }
  await expect(runFile(join(folder, 'none.json'))).rejects.toMatchObject({ exitCode: 2 })
})

testOnSharedData('all reference values agree', async () => {
  const file = sharedFile('oracle/psychometrics.json')
  const { out, code } = await runFile(file, { json: true })
  const { cases, passed } = JSON.parse(out)
  const failed = cases.filter(({ pass }: { pass: boolean }) => !pass)
  expect(failed.map(({ id }: { id: string }) => id)).toEqual([])
  expect(passed).toBe(JSON.parse(readFileSync(file, 'utf8')).cases.length)
  expect(code).toBeUndefined()
})

testOnSharedData(
  'every reference value counts: with any one of a case changed, the case does not agree',
  async () => {
    const { out } = await runFile(sharedFile('oracle/psychometrics.json'), { json: true })
    const tolerance = { abs: 1e-6, rel: 1e-6 }
    for (const { id, expected, got } of JSON.parse(out).cases)
      for (const name of Object.keys(expected)) {
        const changed = { ...expected, [name]: disturbed(expected[name]) }
        const agrees = compare(changed, got, tolerance).every(({ distance }) => distance <= 1)
        expect(agrees, `${id} ${name}`).toBe(false)
      }
  },
)

/** The last number or text of it is another one. */
function disturbed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (Array.isArray(value)) return value.length === 0 ? [0] : [...value.slice(0, -1), disturbed(value.at(-1))]
  if (typeof value !== 'object' || value === null) return `not ${value}`
  const [name = '', last] = Object.entries(value).at(-1) ?? []
  return { ...value, [name]: disturbed(last) }
}
