import type { Cell } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import { measure, releasedCell, releasedHeader } from './support/released-wave.ts'
import { unitsAbove } from './units-above.ts'
import { whenProtected } from './when-protected.ts'

const units = [
  { id: 'top', parent: null, name: 'Top' },
  { id: 'platform', parent: 'top', name: 'Platform' },
  { id: 'blue', parent: 'platform', name: 'Blue' },
  { id: 'platform~small-teams', parent: 'platform', name: 'Small teams of Platform' },
]
const header = { ...releasedHeader('w1'), units }
const shown = (n: number, mean: number) =>
  releasedCell({
    n,
    mean,
    sd: 1,
    interval: { lo: mean - 0.2, hi: mean + 0.2 },
    favourable: 0.7,
    agreement: 'weak',
  })
const lookUp = (cells: Record<string, Cell>) => (unit: string) => cells[unit]
const all = { top: shown(400, 4), platform: shown(60, 4.1), blue: shown(20, 6) }
const aboveOf = (unit: string, cells: Record<string, Cell>) =>
  unitsAbove(header, unit, [measure], lookUp(cells)).of(measure.id)

test('nothing lies above the whole organisation, and what lies directly below has it alone', () => {
  expect(aboveOf('top', all)).toEqual([])
  expect(aboveOf('platform', all).map(({ of, name }) => [of, name])).toEqual([['organisation', 'Top']])
})

test('of what lies above, the mean and its interval are there, and nothing else', () => {
  const [parent, organisation] = aboveOf('blue', all)
  expect(parent).toEqual({
    status: 'published',
    of: 'parent',
    name: 'Platform',
    mean: 4.1,
    interval: { lo: 3.8999999999999995, hi: 4.3 },
    verdict: 'higher',
    smallestSeen: expect.any(Number),
  })
  expect(organisation).toMatchObject({ of: 'organisation', name: 'Top', mean: 4, verdict: 'higher' })
})

test('what is protected above stays so, and where the unit itself is protected there is nothing beside it', () => {
  expect(aboveOf('blue', { top: all.top, blue: all.blue })).toMatchObject([
    { status: 'protected', of: 'parent', name: 'Platform' },
    { status: 'published', of: 'organisation' },
  ])
  expect(aboveOf('blue', { top: all.top, platform: all.platform })).toEqual([])
})

test('the more scales are compared, the more a difference has to be', () => {
  const near = { ...all, blue: shown(20, 4.5) }
  const alone = unitsAbove(header, 'blue', [measure], lookUp(near))
  const others = Array.from({ length: 40 }, (_, i) => ({ ...measure, id: `s${i}` }))
  const withOthers = Object.fromEntries(
    Object.entries(near).map(([unit, cell]) => {
      const more = others.flatMap(
        ({ id }) => releasedCell({ n: unit === 'blue' ? 20 : 400, mean: 4, sd: 1 }, id).measures,
      )
      return [unit, { ...cell, measures: [...cell.measures, ...more] }]
    }),
  )
  const among = unitsAbove(header, 'blue', [measure, ...others], lookUp(withOthers))
  expect(alone.of(measure.id)[1]).toMatchObject({ verdict: 'higher' })
  expect(among.comparisons).toBe(82)
  expect(among.of(measure.id)[1]).toMatchObject({ verdict: 'no difference shown' })
})

test('a hidden unit is said to count in the nearest shown one, beside the group of small teams', () => {
  const joined = shown(7, 5)
  const cells = { top: all.top, 'platform~small-teams': joined }
  expect(whenProtected(header, 'blue', lookUp({ ...cells, platform: all.platform }))).toEqual({
    countedIn: 'Platform',
    joined: { name: 'Small teams of Platform', n: 7 },
  })
  expect(whenProtected(header, 'blue', lookUp(cells))).toMatchObject({ countedIn: 'Top' })
  expect(whenProtected(header, 'top', lookUp({}))).toEqual({ countedIn: null, joined: null })
  expect(whenProtected(header, 'blue', lookUp(all))).toBe(null)
})

test('how many answered in a hidden group is not said of the joined one either', () => {
  expect(whenProtected(header, 'blue', lookUp({ top: all.top }))?.joined).toEqual({
    name: 'Small teams of Platform',
    n: null,
  })
})
