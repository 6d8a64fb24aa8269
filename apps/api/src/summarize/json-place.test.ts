import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeAt, placeOfPath } from './json-place.ts'

test('the first character stands in line 1, column 1, and a line end starts a new line', () => {
  expect(placeAt('{}', 0)).toEqual({ line: 1, column: 1 })
  expect(placeAt('{\n  "a": 1}', 9)).toEqual({ line: 2, column: 8 })
})

test('a path that leads nowhere ends at the innermost value that is there', () => {
  const text = '{"a": [10, {"b": {}}]}'
  expect(placeOfPath(text, ['a', 1, 'b', 'missing', 'x'])).toEqual({ line: 1, column: 18 })
  expect(placeOfPath(text, ['nothing'])).toEqual({ line: 1, column: 1 })
  expect(placeOfPath(text, ['a', 7])).toEqual({ line: 1, column: 7 })
})

/** Every path in a value, with what stands there. */
function* pathsIn(value: unknown, path: (string | number)[] = []): Generator<[(string | number)[], unknown]> {
  yield [path, value]
  if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* pathsIn(one, [...path, i])
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* pathsIn(one, [...path, key])
}

test('any path in any JSON text is found', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ noUnicodeString: false }),
      fc.constantFrom(undefined, 1, '\t'),
      (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        for (const [path, expected] of pathsIn(JSON.parse(text))) {
          const { line, column } = placeOfPath(text, path)
          const rest = [...text.split('\n').slice(line - 1)].join('\n').slice(column - 1)
          const start = JSON.stringify(expected, null, indent)?.trimStart()[0]
          expect(rest[0]).toBe(start)
        }
      },
    ),
    { numRuns: 200 },
  )
})
