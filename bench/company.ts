import type { HeadCounts } from '../packages/anonymity/src/head-counts.ts'
import { type Tree, treeOf } from '../packages/anonymity/src/tree.ts'
import { smallGenerator } from './small-generator.ts'

export type Company = { readonly tree: Tree; readonly heads: HeadCounts }

/**
 * A company as reporting lines make it: teams with a median of 6.5 people, 2 to 5 units under each unit above, managers as
 * members of the unit they lead into, 65 to 88 % who answer, and three attributes of three categories: tenure (spread alike), location and job family
 * (most of a department in one place and one trade).
 */
export function makeCompany(people: number, seed: number): Company {
  const next = smallGenerator(seed)
  const random = (): number => next() / 2 ** 32
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

  const parents: (string | null)[] = []
  const sizes: number[] = []
  const addUnit = (size: number): number => {
    sizes.push(size)
    parents.push(null)
    return sizes.length - 1
  }
  let level: number[] = []
  for (let left = people; left > 0; ) {
    const size = Math.max(1, Math.min(left, Math.round(6.5 * Math.exp(0.45 * normal()))))
    level.push(addUnit(size))
    left -= Math.round(size * 1.17)
  }
  while (level.length > 1) {
    const above: number[] = []
    for (let at = 0; at < level.length; ) {
      const children = level.slice(at, at + between(2, 5))
      const parent = addUnit(children.length)
      for (const child of children) parents[child] = `unit-${parent}`
      above.push(parent)
      at += children.length
    }
    level = above
  }
  const tree = treeOf(parents.map((parent, i) => ({ id: `unit-${i}`, parent })))

  const tenure = [0.25, 0.45, 0.3]
  const homes = sizes.map(() => ({ location: between(0, 2), family: between(0, 2) }))
  const pick = (shares: readonly number[]): number => {
    let at = random()
    const found = shares.findIndex((share) => {
      at -= share
      return at < 0
    })
    return found === -1 ? shares.length - 1 : found
  }
  const rate = 0.65 + 0.23 * random()
  const unit: number[] = []
  const category: number[] = []
  for (const [at, size] of sizes.entries()) {
    const home = homes[tree.parent[at] ?? -1] ?? homes[at] ?? { location: 0, family: 0 }
    for (let person = 0; person < size; person++) {
      if (random() > rate) continue
      unit.push(at)
      category.push(
        pick(tenure),
        random() < 0.6 ? home.location : between(0, 2),
        random() < 0.6 ? home.family : between(0, 2),
      )
    }
  }
  const named = (name: string, count: number) => ({
    name,
    categories: Array.from({ length: count }, (_, i) => `${name} ${i + 1}`),
  })
  return {
    tree,
    heads: {
      attributes: [named('tenure', 3), named('location', 3), named('family', 3)],
      unit: Int32Array.from(unit),
      category: Int32Array.from(category),
      count: new Uint32Array(unit.length).fill(1),
    },
  }
}
