import fc from 'fast-check'
import { expect, test } from 'vitest'
import { treeOf } from '../tree.ts'
import { placeComments } from './comment-protection.ts'

/** parents[i] is the number of the unit above unit i + 1; unit 0 is the root. */
function place(
  parents: number[],
  own: number[],
  comments: number[],
  threshold = 10,
  allowed = own.map(() => 1),
) {
  const tree = treeOf(own.map((_, i) => ({ id: `u${i}`, parent: i === 0 ? null : `u${parents[i - 1]}` })))
  return [
    ...placeComments(
      tree,
      Uint32Array.from(own),
      Uint32Array.from(comments),
      threshold,
      Uint8Array.from(allowed),
    ),
  ]
}

test('nobody wrote anything, or too few answered: no comment has a place', () => {
  expect(place([0], [12, 15], [0, 0])).toEqual([-1, -1])
  expect(place([], [9], [9])).toEqual([-1])
})

test('two comments wait for a third, however many answered', () => {
  expect(place([], [40], [2])).toEqual([-1])
  expect(place([], [40], [3])).toEqual([0])
})

test('comments of a large team stay in it, those of a small one are shown one level up, with enough others', () => {
  expect(place([0, 0, 0], [0, 12, 6, 7], [0, 4, 2, 3])).toEqual([0, 1, 0, 0])
})

test('a team keeps its comments out of its own list when the rest would be one or two comments', () => {
  // All minus red would be the single comment of ten people of blue.
  expect(place([0, 0], [0, 12, 10], [0, 4, 1])).toEqual([0, 0, 0])
})

test('a rest without a comment gives nothing away', () => {
  expect(place([0, 0], [0, 12, 10], [0, 4, 0])).toEqual([0, 1, 0])
})

test('a unit whose figures are hidden has no list of its own: its comments stand further up', () => {
  expect(place([0, 0], [0, 12, 12], [0, 4, 4], 10, [1, 0, 1])).toEqual([0, 0, 2])
  expect(place([0], [0, 12], [0, 4], 10, [0, 0])).toEqual([-1, -1])
})

test('a comment that is wanted further up waits there for two others, of as many people as the threshold', () => {
  // One comment for the root, and nobody of its own: it stands there with those of blue, whose list is given up.
  expect(place([0, 0], [0, 12, 12], [1, 5, 4])).toEqual([0, 1, 0])
})

const organisation = fc.array(
  fc.record({
    above: fc.nat(),
    own: fc.integer({ min: 0, max: 8 }),
    comments: fc.integer({ min: 0, max: 4 }),
    allowed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
)

test('subtracting lists of comments leaves none, or three and more, of a threshold of people', () => {
  fc.assert(
    fc.property(organisation, fc.integer({ min: 4, max: 10 }), (rows, threshold) => {
      const parents = rows.slice(1).map(({ above }, i) => above % (i + 1))
      const own = rows.map((row) => row.own)
      // More comments than people: some of below are wanted further up.
      const comments = rows.map((row) => row.comments)
      const at = place(
        parents,
        own,
        comments,
        threshold,
        rows.map(({ allowed }) => (allowed ? 1 : 0)),
      )
      for (const unit of new Set(at.filter((one) => one !== -1))) {
        const here = at.flatMap((one, i) => (one === unit ? [i] : []))
        const people = here.reduce((sum, i) => sum + (own[i] ?? 0), 0)
        const written = here.reduce((sum, i) => sum + (comments[i] ?? 0), 0)
        expect(people === 0 || people >= threshold).toBe(true)
        expect(written === 0 || written >= 3).toBe(true)
        expect(rows[unit]?.allowed).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
