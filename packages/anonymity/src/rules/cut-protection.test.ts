import { expect, test } from 'vitest'
import { organisation, unitsShown } from '../../test/cuts/organisations.ts'
import { protectCuts } from './cut-protection.ts'

const k = 5

/** Shown cells as "attribute numbers:category@unit". */
function shownCells(
  { tree, heads }: ReturnType<typeof organisation>,
  families: readonly (readonly number[])[],
  more: { threshold?: number; fill?: boolean; k?: number; slack?: number } = {},
): string[] {
  const shown = protectCuts({
    tree,
    heads,
    shownUnits: unitsShown(tree, heads, more.k ?? k),
    families: families.map((attributes) => ({ attributes, threshold: more.threshold ?? k })),
    k: more.k ?? k,
    slack: more.slack ?? 0,
    fill: more.fill ?? true,
  })
  return shown.flatMap((categories, family) =>
    categories.flatMap((units, category) =>
      [...units].flatMap((value, unit) =>
        value === 1 ? [`${families[family]?.join('x')}:${category}@${unit}`] : [],
      ),
    ),
  )
}

test('nobody answered, or nobody has a category: nothing is shown', () => {
  expect(shownCells(organisation([0], [2], []), [[0]])).toEqual([])
  expect(shownCells(organisation([0], [2], [[1, -1, 30]]), [[0]])).toEqual([])
  expect(shownCells(organisation([0], [2], [[1, 0, 30]]), [])).toEqual([])
})

test('everybody in one category: the cell says what the unit says', () => {
  expect(shownCells(organisation([], [2], [[0, 1, 12]]), [[0]])).toEqual(['0:1@0'])
})

test('a category below its threshold is not shown, at the threshold it is', () => {
  const groups = [
    [0, 0, 40],
    [0, 1, 10],
    [0, 2, 9],
  ]
  expect(shownCells(organisation([], [3], groups), [[0]], { threshold: 10 })).toEqual(['0:0@0', '0:1@0'])
})

test('attack 4: a category that is the total minus the others stays hidden, with one of the others', () => {
  const cells = shownCells(
    organisation(
      [],
      [3],
      [
        [0, 0, 20],
        [0, 1, 20],
        [0, 2, 3],
      ],
    ),
    [[0]],
  )
  expect(cells).toEqual(['0:0@0'])
})

test('attack 5: team A without category g leaves two people, so team A and g at the root are not both shown', () => {
  // Team 1 is category 0 except for one person, and only one person of category 0 is outside of team 1.
  const groups = [
    [1, 0, 10],
    [1, 1, 1],
    [2, 0, 1],
    [2, 1, 20],
  ]
  expect(shownCells(organisation([0, 0], [2], groups), [[0]])).toEqual([])
})

test('attack 6: three attributes that are harmless alone do not pin four people together', () => {
  // 2a + 2b + 2c - d: three attributes with a + b, b + c, a + c beside large groups, and a fourth with these groups and d.
  const groups = [
    [0, 0, -1, 0, -1, 1],
    [0, 0, 0, -1, -1, 1],
    [0, -1, 0, 0, -1, 1],
    [0, -1, -1, -1, 0, 1],
    [0, 0, -1, -1, 0, 20],
    [0, -1, 0, -1, 0, 20],
    [0, -1, -1, 0, 0, 20],
    [0, -1, -1, -1, -1, 20],
  ]
  const made = organisation([], [1, 1, 1, 1], groups)
  const all = ['0:0@0', '1:0@0', '2:0@0', '3:0@0']
  const cells = shownCells(made, [[0], [1], [2], [3]])
  expect(cells).toHaveLength(3)
  for (const hidden of [0, 1, 2, 3])
    expect(
      shownCells(
        made,
        [0, 1, 2, 3].filter((at) => at !== hidden).map((at) => [at]),
      ),
    ).toEqual(all.filter((_, at) => at !== hidden))
})

test('attack 7: a crossed cell whose margin leaves a few people is not shown beside the margin', () => {
  const with3 = organisation(
    [],
    [2, 2],
    [
      [0, 0, 0, 60],
      [0, 0, 1, 3],
      [0, 1, 0, 30],
      [0, 1, 1, 40],
    ],
  )
  expect(shownCells(with3, [[0], [1], [0, 1]])).toEqual(['0:0@0', '0:1@0', '1:0@0', '1:1@0'])
  const with30 = organisation(
    [],
    [2, 2],
    [
      [0, 0, 0, 60],
      [0, 0, 1, 30],
      [0, 1, 0, 30],
      [0, 1, 1, 40],
    ],
  )
  expect(shownCells(with30, [[0], [1], [0, 1]])).toHaveLength(8)
})

test('crossings are not shown in small units, without fill, or where k is too large for a complete search', () => {
  const made = organisation(
    [0],
    [2, 2],
    [
      [1, 0, 0, 24],
      [1, 0, 1, 24],
      [1, 1, 0, 24],
      [1, 1, 1, 24],
      [0, 0, 1, 30],
    ],
  )
  const crossed = (cells: string[]): string[] => cells.filter((cell) => cell.startsWith('0x1'))
  expect(crossed(shownCells(made, [[0], [1], [0, 1]]))).toEqual(['0x1:0@0', '0x1:1@0', '0x1:2@0', '0x1:3@0'])
  expect(crossed(shownCells(made, [[0], [1], [0, 1]], { fill: false }))).toEqual([])
  expect(crossed(shownCells(made, [[0], [1], [0, 1]], { k: 6 }))).toEqual([])
})

test('a category is not shown where its unit is not', () => {
  // Unit 1 is hidden, since the manager alone would be left of the root.
  const groups = [
    [0, 0, 1],
    [1, 0, 20],
    [1, 1, 20],
  ]
  const cells = shownCells(organisation([0], [2], groups), [[0]])
  expect(cells.filter((cell) => cell.endsWith('@1'))).toEqual([])
})

test('live waves: all categories together never add up to the unit, and one of them stays unshown', () => {
  const groups = [0, 1, 2].flatMap((unit) => [
    [unit, 0, 20],
    [unit, 1, 18],
    [unit, 2, 15],
  ])
  const made = organisation([0, 0], [3], groups)
  expect(shownCells(made, [[0]])).toHaveLength(9)
  const cells = shownCells(made, [[0]], { slack: 3 })
  for (const unit of [0, 1, 2]) {
    expect(cells.filter((cell) => cell.endsWith(`@${unit}`))).toEqual([`0:0@${unit}`, `0:1@${unit}`])
  }
})

test('a hundred thousand teams below one unit, and two thousand in a chain that loses one unit at a time, end in good time', () => {
  const teams = Array.from({ length: 100_000 }, (_, i) => [i + 1, i % 2, 12])
  const star = organisation(
    teams.map(() => 0),
    [2],
    teams,
  )
  expect(shownCells(star, [[0]], { fill: false, threshold: 10 }).length).toBeGreaterThan(2)
  const links = Array.from({ length: 2_000 }, (_, i) => [
    [i, 0, 3],
    [i, 1, 2],
    [i, -1, 1],
  ]).flat()
  const chain = organisation(
    Array.from({ length: 1_999 }, (_, i) => i),
    [2],
    links,
  )
  expect(shownCells(chain, [[0]], { fill: false })).toEqual([])
}, 60_000)
