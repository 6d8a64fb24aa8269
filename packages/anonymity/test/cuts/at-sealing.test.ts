import { instrument } from '@chorus/contracts/instrument'
import { policyInput } from '@chorus/contracts/policy'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseCategories, type Dimensions } from '../../src/dimension-cuts.ts'
import { GroupTally } from '../../src/group-tally.ts'
import type { HeadCounts } from '../../src/head-counts.ts'
import { protectCuts } from '../../src/rules/cut-protection.ts'
import { takeBackFound } from '../../src/taken-back.ts'
import type { Tree } from '../../src/tree.ts'
import { nastyOrganisations, organisation, unitsShown } from './organisations.ts'
import { smallDependency } from './small-combinations.ts'

const runs = Number(process.env.RUNS ?? 300)

/** A rule that hides nothing: every category that may be shown is. */
const brokenRule: typeof protectCuts = ({ allowed = [] }) =>
  allowed.map((categories) => categories.map((units) => units.slice()))

/** Of some groups of one person the answers did not arrive in one cut. */
const brokenChoices = fc.tuple(
  nastyOrganisations({ groups: 30, units: 4, people: 3 }),
  fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 }),
)

function attacked([{ k, parents, sizes, groups }, losses]: typeof brokenChoices extends fc.Arbitrary<infer T>
  ? T
  : never) {
  const { tree, heads } = organisation(parents, sizes, groups)
  const single = [...heads.count.keys()].filter((group) => heads.count[group] === 1)
  const lost = losses.map(([group, attribute]) => [single[group % single.length], attribute % sizes.length])
  const isMissing = (group: number, attribute: number) =>
    lost.some(([lostGroup, lostAttribute]) => lostGroup === group && lostAttribute === attribute)
  const answersIn = (attribute: number, category: number) =>
    [...heads.count].reduce(
      (sum, people, group) =>
        heads.category[group * sizes.length + attribute] === category && !isMissing(group, attribute)
          ? sum + people
          : sum,
      0,
    )
  const own = new Uint32Array(tree.ids.length)
  heads.count.forEach((people, group) => {
    own[heads.unit[group] ?? 0] = (own[heads.unit[group] ?? 0] ?? 0) + people
  })
  const shownUnits = unitsShown(tree, heads, k)
  const { attributes } = heads
  const wanted = Object.fromEntries(
    attributes.map(({ name, categories }, attribute) => [
      name,
      categories.filter((_, category) => answersIn(attribute, category) >= k),
    ]),
  )
  const numberOf = (name: string) => attributes.findIndex((one) => one.name === name)
  const { left } = takeBackFound(
    {
      tree,
      shownUnits,
      collected: heads,
      answers: own,
      counts: (name, category) =>
        answersIn(numberOf(name), attributes[numberOf(name)]?.categories.indexOf(category) ?? -1),
      group: k,
      least: k,
    },
    wanted,
  )
  const leaks = (chosen: Readonly<Record<string, readonly string[]>>) =>
    smallDependency({ tree, heads, shownUnits, ...shownAtRoot(tree, heads, chosen), isMissing }, k) !== null
  return { leaksBefore: leaks(wanted), leaksAfter: leaks(left), kept: Object.values(left).flat().length }
}

function shownAtRoot(tree: Tree, heads: HeadCounts, chosen: Readonly<Record<string, readonly string[]>>) {
  const atRoot = (shown: boolean) => Uint8Array.from(tree.ids, (_, unit) => (shown && unit === 0 ? 1 : 0))
  return {
    families: heads.attributes.map((_, attribute) => ({ attributes: [attribute], threshold: 0 })),
    shown: heads.attributes.map(({ name, categories }) =>
      categories.map((category) => atRoot(chosen[name]?.includes(category) ?? false)),
    ),
  }
}

test('whatever categories a broken rule chooses, what the auditor leaves gives no small group away', () => {
  let [leaked, kept] = [0, 0]
  fc.assert(
    fc.property(brokenChoices, (choice) => {
      const result = attacked(choice)
      if (result.leaksBefore) leaked++
      if (result.kept > 0) kept++
      expect(result.leaksAfter).toBe(false)
    }),
    { numRuns: runs },
  )
  // Else there was nothing to find, or everything was taken back.
  expect(leaked).toBeGreaterThan(runs / 4)
  expect(kept).toBeGreaterThan(runs / 4)
})

const { scales } = instrument.parse({
  id: 'asked',
  name: 'Asked',
  scales: [{ id: 'one', name: 'One', role: 'outcome', items: [{ id: 'q1', text: { en: 'One.' } }] }],
})

/** Who answered in the tree and in the cut, person by person: [unit, site]. */
function dimensionsOf(
  tree: Tree,
  people: readonly (readonly [unit: number, site: string])[],
  lostInTheCut: readonly number[] = [],
): Dimensions {
  const joint = new GroupTally(tree.ids, scales, ['site'])
  const units = new GroupTally(tree.ids, scales)
  const cuts = new GroupTally(tree.ids, scales, ['site'])
  people.forEach(([unit, site], person) => {
    joint.add(unit, [4], [site])
    units.add(unit, [4])
    if (!lostInTheCut.includes(person)) cuts.add(0, [4], [site])
  })
  return { collected: joint.heads('respondents'), units, cuts }
}

const policy = policyInput.parse({ cuts: ['site'] })
const { tree } = organisation([0, 0], [], [])
const many = (n: number, unit: number, site: string) => Array.from({ length: n }, () => [unit, site] as const)

test('a team that is a site but for two people: the broken choice is taken back in every layer, the sound one is kept', () => {
  const people = [...many(20, 1, 'north'), ...many(2, 1, 'south'), ...many(20, 2, 'south')]
  const dimensions = dimensionsOf(tree, people)
  const broken = chooseCategories(dimensions, tree, policy, brokenRule)
  expect(Object.values(broken.chosen)).not.toEqual([])
  for (const layer of Object.values(broken.chosen)) expect(layer).toEqual({ site: [] })
  expect(broken.audit.categoriesTakenBack).toBeGreaterThanOrEqual(2)
  expect(broken.audit.layersAttacked).toBe(Object.keys(broken.chosen).length)

  const mixed = [...many(12, 1, 'north'), ...many(10, 1, 'south'), ...many(12, 2, 'south')]
  const sound = chooseCategories(dimensionsOf(tree, [...mixed, ...many(12, 2, 'north')]), tree, policy)
  expect(sound.chosen.cells).toEqual({ site: ['north', 'south'] })
  expect(sound.audit.categoriesTakenBack).toBe(0)
})

test('categories that add up to the whole are taken back when somebody is lost on the way, as the difference is this person', () => {
  const people = [
    ...many(12, 1, 'north'),
    ...many(12, 1, 'south'),
    ...many(12, 2, 'south'),
    ...many(12, 2, 'north'),
  ]
  const whole = chooseCategories(dimensionsOf(tree, people), tree, policy, brokenRule)
  expect(whole.chosen.cells).toEqual({ site: ['north', 'south'] })
  const lost = chooseCategories(dimensionsOf(tree, people, [0]), tree, policy, brokenRule)
  expect(lost.chosen.cells?.site).toHaveLength(1)
})

test('what is taken back depends on head counts only, in whatever order people come', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('north', 'south', 'east')), {
        minLength: 20,
        maxLength: 60,
      }),
      fc.infiniteStream(fc.nat()),
      (people, order) => {
        const shuffled = people
          .map((person) => ({ person, place: order.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ person }) => person)
        const choice = (all: typeof people) =>
          chooseCategories(dimensionsOf(tree, all), tree, policy, brokenRule)
        expect(choice(shuffled)).toEqual(choice(people))
      },
    ),
    { numRuns: 60 },
  )
})

test('three teams of ten in two sites: no kind of person is ten people, but north and south together are, and the auditor sees it', () => {
  const people = [
    ...many(6, 0, 'north'),
    ...many(4, 0, 'south'),
    ...many(6, 1, 'north'),
    ...many(4, 1, 'south'),
    ...many(3, 2, 'north'),
    ...many(7, 2, 'south'),
  ]
  const { chosen, audit } = chooseCategories(dimensionsOf(tree, people), tree, policy)
  expect(audit.categoriesTakenBack).toBe(0)
  expect(chosen['q1 favourable']).toEqual({ site: ['north', 'south'] })
})

test('the rule itself gives the auditor nothing to take back in small cases where the search is complete', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('north', 'south')), {
        minLength: 20,
        maxLength: 70,
      }),
      (people) => {
        const { audit } = chooseCategories(dimensionsOf(tree, people), tree, policy, protectCuts)
        expect(audit.categoriesTakenBack).toBe(0)
      },
    ),
    { numRuns: 60 },
  )
})
