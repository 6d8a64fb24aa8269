import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayedWave, type Respondent } from '../../test/displayed-wave.ts'
import { auditorAgainst, auditRelease } from './audit-release.ts'

const units = { all: null, red: 'all', blue: 'all' }
const policy = { k: 5, cutK: 10 }
const people = fc.array(
  fc.record({ unit: fc.constantFrom('red', 'blue'), answers: fc.tuple(fc.constantFrom(1, 4, 6, 7)) }),
  { minLength: 10, maxLength: 24 },
)
const steps = fc.tuple(fc.constantFrom(0, 0.5, 1), fc.constantFrom(0, 0.5, 1), fc.constantFrom(0, 0.5, 1))

test('asked again after some cells were replaced, an auditor finds what a new one finds', () => {
  fc.assert(
    fc.property(
      people,
      people,
      fc.array(fc.record({ steps, unsound: fc.boolean() }), { minLength: 2, maxLength: 4 }),
      (was, now, rounds) => {
        const earlier = [shownAs('w1', was, [0.5, 0.5, 0.5])]
        const auditAgain = auditorAgainst(earlier, policy)
        let last = shownAs('w2', now, [0.5, 0.5, 0.5])
        for (const round of rounds) {
          const next = shownAs('w2', now, round.steps)
          const cells = next.cells.map((cell, i) => {
            const before = last.cells[i]
            const kept = JSON.stringify(before) === JSON.stringify(cell) && before ? before : cell
            return round.unsound && i === 0 ? { ...kept, n: Number.NaN } : kept
          })
          last = { ...next, cells }
          expect(auditAgain(last)).toEqual(auditRelease(last, earlier, policy))
        }
      },
    ),
  )
})

function shownAs(id: string, people: Respondent[], [all, red, blue]: readonly [number, number, number]) {
  const cells = [
    { unit: 'all', step: all, favourable: 0.1 },
    { unit: 'red', step: red },
    { unit: 'blue', step: blue, favourable: 0.2 },
  ]
  return displayedWave({ id, units, people, cells })
}
