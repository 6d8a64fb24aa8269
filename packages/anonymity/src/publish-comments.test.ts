import { policyInput } from '@chorus/contracts/policy'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CommentsInput, publishComments } from './publish-comments.ts'
import { protectedCell } from './release.ts'

const policy = policyInput.parse({})
const cell = (unit: string, shown: boolean) => ({
  ...protectedCell(unit, {}, []),
  ...(shown ? { status: 'published' as const, reason: null } : {}),
})

function released(input: Omit<CommentsInput, 'policy'>) {
  const published = publishComments({ ...input, policy })
  if (!published.ok) throw new Error(JSON.stringify(published.error))
  return published.value
}

const units = [
  { id: 'top', parent: null },
  { id: 'red', parent: 'top' },
  { id: 'blue', parent: 'top' },
]
const cells = units.map(({ id }) => cell(id, true))
const told = (unit: string, ...texts: string[]) => texts.map((text) => ({ unit, text }))

test('no scale, no comment, and too few people everywhere: nothing leaves', () => {
  expect(released({ units, cells, written: [] })).toEqual([])
  const answers = [{ unit: 'red', answers: 9 }]
  const comments = told('red', 'a', 'b', 'c', 'd')
  expect(released({ units, cells, written: [{ scale: 's', answers, comments }] })).toEqual([])
})

test('each scale has lists of its own', () => {
  const answers = [
    { unit: 'red', answers: 12 },
    { unit: 'blue', answers: 11 },
  ]
  const written = [
    { scale: 's', answers, comments: [...told('red', 'a', 'b', 'c'), ...told('blue', 'd')] },
    { scale: 't', answers, comments: [...told('red', 'e'), ...told('blue', 'f', 'g', 'h')] },
  ]
  const places = released({ units, cells, written }).map(
    ({ scale, unit, text }) => `${scale} ${unit} ${text}`,
  )
  // One comment alone would be left at the top: so all of a scale stand there.
  expect(places.sort()).toEqual(
    ['s', 't']
      .flatMap((scale) =>
        written.flatMap((one) =>
          one.scale === scale ? one.comments.map(({ text }) => `${scale} top ${text}`) : [],
        ),
      )
      .sort(),
  )
})

const organisation = fc.array(
  fc.record({
    above: fc.nat(),
    answers: fc.nat({ max: 12 }),
    comments: fc.nat({ max: 5 }),
    shown: fc.boolean(),
  }),
  { minLength: 1, maxLength: 10 },
)

test('whatever was written: a reader of all lists is left with none, or with three and more of ten people and more', () => {
  fc.assert(
    fc.property(organisation, (rows) => {
      const tree = rows.map(({ above }, i) => ({ id: `u${i}`, parent: i === 0 ? null : `u${above % i}` }))
      const out = released({
        units: tree,
        cells: rows.map(({ shown }, i) => cell(`u${i}`, shown)),
        written: [
          {
            scale: 's',
            answers: rows.map((row, i) => ({ unit: `u${i}`, answers: row.answers })),
            comments: rows.flatMap((row, i) =>
              Array.from({ length: row.comments }, (_, n) => ({ unit: `u${i}`, text: `u${i} ${n}` })),
            ),
          },
        ],
      })
      const parentOf = new Map(tree.map(({ id, parent }) => [id, parent]))
      const below = (unit: string) =>
        tree.filter(({ id }) => isAtOrBelow(id, unit, parentOf)).map(({ id }) => id)
      const listOf = (unit: string) =>
        out.filter((one) => below(unit).includes(one.unit)).map(({ text }) => text)
      expect(new Set(out.map(({ text }) => text)).size).toBe(out.length)
      for (const { id } of tree) {
        const inside = tree.filter(({ parent }) => parent === id).flatMap((child) => listOf(child.id))
        const left = listOf(id).filter((text) => !inside.includes(text))
        expect(left.length === 0 || left.length >= 3).toBe(true)
        if (left.length === 0) continue
        expect(rows[Number(id.slice(1))]?.shown).toBe(true)
        // Whoever has a list of the own people further down wrote none of these.
        const people = below(id)
          .filter(
            (unit) =>
              !tree.some(
                (one) =>
                  one.id !== id &&
                  below(id).includes(one.id) &&
                  below(one.id).includes(unit) &&
                  out.some((comment) => comment.unit === one.id),
              ),
          )
          .reduce((sum, unit) => sum + (rows[Number(unit.slice(1))]?.answers ?? 0), 0)
        expect(people).toBeGreaterThanOrEqual(10)
        for (const text of left) expect(below(id)).toContain(text.split(' ')[0])
      }
    }),
    { numRuns: 500 },
  )
})

test('which lists are shown depends on numbers alone: other words, the same places', () => {
  fc.assert(
    fc.property(organisation, fc.string(), (rows, word) => {
      const places = (textOf: (n: number) => string) => {
        const tree = rows.map(({ above }, i) => ({ id: `u${i}`, parent: i === 0 ? null : `u${above % i}` }))
        const comments = rows.flatMap((row, i) =>
          Array.from({ length: row.comments }, (_, n) => ({ unit: `u${i}`, text: textOf(n) })),
        )
        const answers = rows.map((row, i) => ({ unit: `u${i}`, answers: row.answers }))
        const written = [{ scale: 's', answers, comments }]
        return released({ units: tree, cells: tree.map(({ id }) => cell(id, true)), written }).map(
          ({ unit }) => unit,
        )
      }
      expect(places(() => word)).toEqual(places(String))
    }),
    { numRuns: 100 },
  )
})

function isAtOrBelow(unit: string, top: string, parentOf: ReadonlyMap<string, string | null>): boolean {
  const above = parentOf.get(unit)
  return unit === top || (above != null && isAtOrBelow(above, top, parentOf))
}
