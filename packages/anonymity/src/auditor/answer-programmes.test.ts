import { expect, test } from 'vitest'
import { displayedWave, type Respondent } from '../../test/displayed-wave.ts'
import { attackAnswers } from './answer-programmes.ts'
import { auditRelease } from './audit-release.ts'
import { programmesOfAnAudit } from './linear-solver.ts'

const policy = { k: 5, cutK: 10 }
const answers = (unit: string, given: readonly number[]): Respondent[] =>
  given.map((answer) => ({ unit, answers: [answer] }))

/** Ten sixes outside of a team of five ones and twos. */
const people = [
  ...answers(
    'all',
    Array.from({ length: 10 }, () => 6),
  ),
  ...answers('red', [1, 1, 2, 2, 2]),
]
const shown = (favourable?: number) =>
  displayedWave({
    units: { all: null, red: 'all' },
    people,
    cells: [
      { unit: 'all', step: 0.2, ...(favourable === undefined ? {} : { favourable }) },
      { unit: 'red', step: 0.5 },
    ],
  })

test('a share of the whole and the mean of a team together say that everybody outside of the team said 5 or more', () => {
  // Ten or eleven of 15 are favourable; in red, whose five answers sum to 8 at most, nobody can be.
  const programmes = programmesOfAnAudit()
  expect(attackAnswers(shown(0.1), policy, programmes)).toEqual([
    { finding: 'interval-narrow', unit: 'all', cut: {}, measure: 'q1' },
  ])
  expect(programmes.solved).toBeGreaterThan(0)
  // Neither sums nor counts alone show it.
  expect(auditRelease(shown(0.1), [], policy).findings).toEqual([])
})

test('where only means are shown nothing is solved: sums are the business of others', () => {
  const programmes = programmesOfAnAudit()
  expect(attackAnswers(shown(), policy, programmes)).toEqual([])
  expect(programmes.solved).toBe(0)
})

test('what is left out because the programmes are used up is told, and is no finding', () => {
  const programmes = { left: 3, solved: 0, kindsLeftOut: 0 }
  expect(attackAnswers(shown(0.1), policy, programmes)).toEqual([])
  expect(programmes).toEqual({ left: 3, solved: 0, kindsLeftOut: 2 })
})
