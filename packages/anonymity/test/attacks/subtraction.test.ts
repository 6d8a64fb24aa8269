import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf, figuresOf, people, publish, type TestUnit, unit } from '../wave.ts'

/** People who answered anything in a unit and all below it. */
function answersIn(units: readonly TestUnit[], id: string): number {
  const own = units.find((one) => one.id === id)?.answers.length ?? 0
  const below = units.filter((one) => one.parent === id)
  return own + below.reduce((sum, one) => sum + answersIn(units, one.id), 0)
}

test('parent minus the shown teams does not give the hidden team back', () => {
  const wave = publish([
    unit('all', null),
    unit('red', 'all', people(9)),
    unit('blue', 'all', people(3, [1, 7, 1])),
    unit('green', 'all', people(8)),
  ])
  const shown = wave.cells.filter((cell) => cell.status === 'published').map((cell) => cell.unit)
  expect(shown).toEqual(['all', 'red'])
})

test('the people of a block are protected on their own: who skipped a question cannot be subtracted', () => {
  // Three people of red left out an item of the scale; all minus green would be these six and nobody else.
  const wave = publish([
    unit('all', null),
    unit('red', 'all', [...people(3), ...people(3, [6, null, 5])]),
    unit('green', 'all', people(8)),
  ])
  expect(wave.cells.map((cell) => cell.status)).toEqual(['published', 'published', 'published'])
  expect(['all', 'red', 'green'].map((id) => figuresOf(wave, id, 'safety').status)).toEqual([
    'published',
    'protected',
    'protected',
  ])
})

const answer = fc.integer({ min: 1, max: 7 })
const response = fc.tuple(answer, fc.option(answer, { freq: 6 }), answer)
const organisation = fc
  .array(fc.record({ above: fc.nat(), answers: fc.array(response, { maxLength: 14 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((rows) =>
    rows.map(({ above, answers }, i): TestUnit => unit(`u${i}`, i === 0 ? null : `u${above % i}`, answers)),
  )

test('any organisation is published, and what is hidden is hidden in the same words', () => {
  fc.assert(
    fc.property(organisation, (units) => {
      const wave = publish(units)
      const hidden = wave.cells.filter((cell) => cell.status === 'protected')
      expect(new Set(hidden.map(({ unit: _, ...rest }) => JSON.stringify(rest))).size).toBeLessThanOrEqual(1)
      for (const cell of wave.cells)
        if (cell.status === 'published') expect(answersIn(units, cell.unit)).toBeGreaterThanOrEqual(5)
    }),
    { numRuns: 300 },
  )
})

test('what is hidden depends on head counts only: other answers, same mask', () => {
  fc.assert(
    fc.property(organisation, answer, (units, constant) => {
      const other = units.map((one) => ({
        ...one,
        answers: one.answers.map((row) => row.map((value) => (value === null ? null : constant))),
      }))
      const mask = (wave: ReturnType<typeof publish>) =>
        wave.cells.map((cell) => [
          cell.status,
          ...cell.measures.map((figures) => [figures.status, figures.favourable === null]),
        ])
      expect(mask(publish(other))).toEqual(mask(publish(units)))
    }),
    { numRuns: 200 },
  )
})

test('a higher k never shows a cell of fewer answers than k, and the order of responses changes nothing', () => {
  fc.assert(
    fc.property(organisation, fc.integer({ min: 3, max: 9 }), (units, k) => {
      const wave = publish(units, { policy: { k } })
      for (const { id } of units) {
        const cell = cellOf(wave, id)
        if (cell.status === 'published') expect(answersIn(units, id)).toBeGreaterThanOrEqual(k)
      }
      const reversed = units.map((one) => ({ ...one, answers: [...one.answers].reverse() }))
      expect(publish(reversed, { policy: { k } })).toEqual(wave)
    }),
    { numRuns: 200 },
  )
})
