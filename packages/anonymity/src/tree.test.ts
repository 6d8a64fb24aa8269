import { expect, test } from 'vitest'
import { rollUp, treeOf } from './tree.ts'

test('more units below one root than a call takes arguments', () => {
  const size = 150_000
  const tree = treeOf(
    Array.from({ length: size }, (_, i) => ({ id: `u${i}`, parent: i === 0 ? null : 'u0' })),
  )
  expect(rollUp(new Uint32Array(size).fill(1), 1, tree)[0]).toBe(size)
})
