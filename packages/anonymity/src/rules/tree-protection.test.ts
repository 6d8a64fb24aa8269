import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rollUp, type Tree, treeOf } from '../tree.ts'
import { protectTree } from './tree-protection.ts'

/** parents[i] is the number of the unit above unit i + 1; unit 0 is the root. */
function protect(parents: number[], own: number[], k: number) {
  const tree = treeOf(own.map((_, i) => ({ id: `u${i}`, parent: i === 0 ? null : `u${parents[i - 1]}` })))
  const counts = rollUp(Uint32Array.from(own), 1, tree)
  const allowed = Uint8Array.from(counts, (count) => (count >= k ? 1 : 0))
  return { tree, counts, allowed, shown: [...protectTree(tree, Uint32Array.from(own), k, allowed)] }
}

test('nobody answered: nothing is shown', () => {
  expect(protect([0, 0], [0, 0, 0], 5).shown).toEqual([0, 0, 0])
})

test('a small team is never the only thing missing: the smallest neighbour is hidden with it', () => {
  expect(protect([0, 0, 0], [0, 9, 3, 8], 5).shown).toEqual([1, 1, 0, 0])
})

test('two small teams that are k together leave their neighbours shown', () => {
  expect(protect([0, 0, 0], [0, 9, 3, 2], 5).shown).toEqual([1, 1, 0, 0])
})

test('a few managers in the parent unit count as a hidden group', () => {
  expect(protect([0, 0], [2, 9, 8], 5).shown).toEqual([1, 1, 0])
})

test('a chain whose links differ by one to four people shows one link only', () => {
  expect(protect([0, 1], [2, 3, 20], 5).shown).toEqual([1, 0, 1])
  expect(protect([0], [2, 20], 5).shown).toEqual([1, 0])
})

test('an empty team hides nobody', () => {
  expect(protect([0, 0], [0, 0, 9], 5).shown).toEqual([1, 0, 1])
})

const smallTree = fc
  .array(fc.record({ above: fc.nat(), own: fc.integer({ min: 0, max: 7 }) }), { minLength: 1, maxLength: 8 })
  .map((rows) => ({
    parents: rows.slice(1).map(({ above }, i) => above % (i + 1)),
    own: rows.map(({ own }) => own),
  }))

test('no adding and subtracting of shown units, with any of the coefficients -2 to 2, touches 1 to k - 1 people', () => {
  fc.assert(
    fc.property(smallTree, fc.integer({ min: 2, max: 5 }), ({ parents, own }, k) => {
      const { tree, shown } = protect(parents, own, k)
      const cells = shown.flatMap((value, unit) => (value === 1 ? [membersOf(tree, unit)] : []))
      for (const coefficients of combinations(Math.min(cells.length, 5))) {
        const touched = own.reduce((sum, people, unit) => {
          const weight = coefficients.reduce((w, c, i) => w + (cells[i]?.has(unit) ? c : 0), 0)
          return weight === 0 ? sum : sum + people
        }, 0)
        expect(touched === 0 || touched >= k).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

test('no hidden unit with answers follows from its parent minus its siblings', () => {
  fc.assert(
    fc.property(smallTree, fc.integer({ min: 2, max: 5 }), ({ parents, own }, k) => {
      const { tree, counts, shown } = protect(parents, own, k)
      shown.forEach((value, unit) => {
        const parent = tree.parent[unit] ?? -1
        if (value === 1 || parent === -1 || shown[parent] !== 1 || counts[unit] === 0) return
        const siblings = shown.filter((_, other) => other !== unit && tree.parent[other] === parent)
        const alone = siblings.every((sibling) => sibling === 1) && own[parent] === 0
        expect(alone).toBe(false)
      })
    }),
    { numRuns: 1000 },
  )
})

test('below a shown unit, a hidden group of fewer than k answers is never hidden alone', () => {
  fc.assert(
    fc.property(smallTree, fc.integer({ min: 2, max: 5 }), ({ parents, own }, k) => {
      const { tree, counts, shown } = protect(parents, own, k)
      shown.forEach((value, unit) => {
        if (value !== 1) return
        const hidden = own.filter((people, at) => people > 0 && innermostShown(tree, shown, at) === unit)
        const people = hidden.reduce((a, b) => a + b, 0)
        expect(people === 0 || people >= k).toBe(true)
        if (hidden.some((group) => group < k)) expect(hidden.length).toBeGreaterThanOrEqual(2)
        expect(counts[unit]).toBeGreaterThanOrEqual(k)
      })
    }),
    { numRuns: 1000 },
  )
})

test('no other safe choice shows more: compared with all choices on small trees', () => {
  fc.assert(
    fc.property(smallTree, fc.integer({ min: 2, max: 5 }), ({ parents, own }, k) => {
      const { tree, counts, allowed, shown } = protect(parents, own, k)
      const weightOf = (choice: number[]) =>
        choice.reduce((sum, value, unit) => (value === 1 ? sum + (counts[unit] ?? 0) + 1 : sum), 0)
      let best = 0
      for (let bits = 0; bits < 2 ** own.length; bits++) {
        const choice = own.map((_, unit) => (bits >> unit) & 1)
        if (choice.some((value, unit) => value === 1 && allowed[unit] !== 1)) continue
        const safe = choice.every((value, unit) => {
          if (value !== 1) return true
          const rest = own.reduce(
            (sum, n, at) => (innermostShown(tree, choice, at) === unit ? sum + n : sum),
            0,
          )
          return rest === 0 || rest >= k
        })
        if (safe) best = Math.max(best, weightOf(choice))
      }
      expect(weightOf(shown)).toBe(best)
    }),
    { numRuns: 300 },
  )
})

test('a hundred thousand units in a chain and in a star are no trouble', () => {
  const many = 100_000
  const chain = Array.from({ length: many - 1 }, (_, i) => i)
  const star = Array.from({ length: many - 1 }, () => 0)
  const own = Array.from({ length: many }, () => 7)
  expect(protect(chain, own, 5).shown.every((value) => value === 1)).toBe(true)
  expect(protect(star, own, 5).shown.every((value) => value === 1)).toBe(true)
})

function innermostShown(tree: Tree, shown: ArrayLike<number>, unit: number): number {
  for (let at = unit; at !== -1; at = tree.parent[at] ?? -1) if (shown[at] === 1) return at
  return -1
}

function membersOf(tree: Tree, unit: number): Set<number> {
  const below = new Set<number>()
  for (const at of tree.order) if (at === unit || below.has(tree.parent[at] ?? -1)) below.add(at)
  return below
}

function* combinations(length: number): Generator<number[]> {
  for (let number = 0; number < 5 ** length; number++)
    yield Array.from({ length }, (_, i) => (Math.floor(number / 5 ** i) % 5) - 2)
}
