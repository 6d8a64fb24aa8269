import { describe, expect, test } from 'vitest'
import { displayedWave, type Respondent } from '../../test/displayed-wave.ts'
import { auditRelease } from './audit-release.ts'

const answers = (unit: string, ...values: number[]): Respondent[] =>
  values.map((value) => ({ unit, answers: [value] }))
const red = answers('red', 3, 4, 4, 5, 3, 4, 5, 4)
const north = answers('north', 4, 4, 5, 3, 6, 4)
const south = answers('south', 3, 4, 5, 5, 6, 2)
const blue = answers('blue', 4, 4, 3, 5, 4, 4)
/** They changed so much that all together refutes that nobody did: then every place is looked at by itself. */
const blueLater = answers('blue', 7, 7, 7, 7, 7, 7)

const tree = { all: null, north: 'all', south: 'all', red: 'north', blue: 'south' }
const cells = Object.keys(tree).map((unit) => ({ unit }))
const was = displayedWave({
  id: 'w1',
  units: tree,
  people: [...red, ...north, ...south, ...blue],
  cells,
  step: 0,
})

function found(units: Readonly<Record<string, string | null>>, joined: Respondent[]): string[] {
  const people = [...red, ...north, ...south, ...blueLater, ...joined]
  const now = displayedWave({ id: 'w2', units, people, cells, step: 0 })
  return auditRelease(now, [was], { k: 5, cutK: 10 }).findings.map(
    ({ finding, unit }) => `${unit} ${finding}`,
  )
}

describe.each([
  ['stays', tree],
  ['moves to the other division', { ...tree, red: 'south' }],
])('a team that %s', (_, units) => {
  test('does not hide who joined the division that had it', () => {
    expect(found(units, answers('north', 7))).toContain('north interval-pinned')
  })

  test('does not hide who joined the other one', () => {
    expect(found(units, answers('south', 7))).toContain('south interval-pinned')
  })
})

test('units of which the lower one is now the upper one are told apart', () => {
  const swapped = { ...tree, north: 'red', red: 'all' }
  // Red holds north now: the joiner is in both, and either gives them away.
  expect(found(swapped, answers('north', 7))).toContainEqual(
    expect.stringMatching(/^(north|red) interval-pinned/),
  )
})
