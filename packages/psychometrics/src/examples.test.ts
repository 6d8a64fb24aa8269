import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documentedFunctions, runExample } from '../test/examples.ts'

const files = readdirSync(import.meta.dirname).filter((file) => /^[^.]+\.ts$/.test(file))
const modules = await Promise.all(
  files.map((file): Promise<object> => import(/* @vite-ignore */ join(import.meta.dirname, file))),
)
const scope = new Map<string, unknown>(modules.flatMap((module) => Object.entries(module)))

for (const file of files)
  for (const { name, examples } of documentedFunctions(readFileSync(join(import.meta.dirname, file), 'utf8')))
    test(`${name} in ${file} does what its examples say`, () => {
      expect(examples.length, `${name} has no @example with a line "expression // value"`).toBeGreaterThan(0)
      for (const example of examples) {
        const { actual, agrees } = runExample(example, scope)
        expect(agrees, `${example.expression} gives ${JSON.stringify(actual)}, not ${example.expected}`).toBe(
          true,
        )
      }
    })

const promise = (line: string) => documentedFunctions(`/** @example ${line} */\nexport function f() {}`)
const holds = (line: string) =>
  promise(line).flatMap(({ examples }) => examples.map((one) => runExample(one, new Map()).agrees))

test('an example that is wrong, or not there, is seen', () => {
  expect(holds('1 / 3 // 0.333')).toEqual([true])
  expect(holds('1 / 3 // 0.334')).toEqual([false])
  expect(holds('1 + 1 // 3')).toEqual([false])
  expect(holds('-1.5 // -1.5')).toEqual([true])
  expect(holds("({ lo: 0.25, why: 'r2d2' }) // { lo: 0.25, why: 'r2d2' }")).toEqual([true])
  expect(holds('({ lo: 1, hi: 2 }) // { lo: 1 }')).toEqual([false])
  expect(holds('[1, null] // [1, 0]')).toEqual([false])
  expect(promise('1 + 1')[0]?.examples).toEqual([])
  expect(documentedFunctions('export function bare() {}')).toEqual([{ name: 'bare', examples: [] }])
})
