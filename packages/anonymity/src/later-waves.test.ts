import { policyInput } from '@chorus/contracts/policy'
import { expect, test } from 'vitest'
import { type Answers, people, tallyOf, unit } from '../test/wave.ts'
import { auditRelease } from './auditor/audit-release.ts'
import { publishWave } from './publish.ts'
import type { EarlierWave } from './publish-input.ts'

const policy = policyInput.parse({})

/** Teams by size, in which most say 7 and the others something else. */
const teams = (sizes: readonly number[]): Answers[][] =>
  sizes.map((size, team) =>
    Array.from({ length: size }, (_, person) => {
      const answer = (person * (team + 3)) % 10 < 7 ? 7 : 1 + ((person + team) % 6)
      return [answer, 8 - answer, answer]
    }),
  )

function published(id: string, answers: ReturnType<typeof teams>, later: readonly EarlierWave[] = []) {
  const units = [unit('all', null), ...answers.map((list, team) => unit(`team ${team}`, 'all', list))]
  const counts = tallyOf(units)
  const wave = publishWave({
    wave: { id, closed: null },
    units,
    counts,
    invited: null,
    policy,
    earlier: [],
    later,
  })
  if (!wave.ok) throw new Error(JSON.stringify(wave.error))
  return wave.value
}

function findings(now: EarlierWave, other: EarlierWave) {
  const [one, two] = [now, other].map(({ wave, behind }) => ({ id: wave.id, ...behind, cells: wave.cells }))
  return one && two ? auditRelease(one, [two], policy).findings : []
}

test('a wave that comes in after a later one was released tells nothing together with it, whichever is read first', () => {
  let told = 0
  for (const sizes of [
    [12, 9, 9],
    [10, 15, 5],
  ]) {
    const before = teams(sizes)
    // Two who say the lowest have joined the first team since.
    const own = published('own', [[...(before[0] ?? []), ...people(2, [1, 7, 1])], ...before.slice(1)])
    told += findings(published('imported', before), own).length
    const imported = published('imported', before, [own])
    expect([findings(imported, own), findings(own, imported)]).toEqual([[], []])
    expect(imported.wave.organisation.audit?.earlierWaves).toBe(1)
  }
  expect(told, 'without looking at the later wave it would').toBeGreaterThan(0)
}, 30_000)

test('nothing is said of a change since a wave that came later', () => {
  const own = published('own', teams([40, 40]))
  const { wave } = published('imported', teams([40, 40]), [own])
  expect(wave.cells.flatMap(({ measures }) => measures.flatMap(({ change }) => change ?? []))).toEqual([])
})
