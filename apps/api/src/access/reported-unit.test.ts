import { partitionCohorts, releaseUnits, smallTeamsOf } from '@chorus/anonymity/cohorts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainUp, placesToLook, reportedUnit } from './reported-unit.ts'

/** Any tree of up to 14 units, each with up to 8 people. */
const organisations = fc
  .array(fc.record({ above: fc.nat(), people: fc.nat(8) }), { minLength: 1, maxLength: 14 })
  .map((drawn) =>
    drawn.map(({ above, people }, index) => ({
      id: `u${index}`,
      name: `U${index}`,
      parent: index === 0 ? null : `u${above % index}`,
      people,
    })),
  )

test('everybody is led to the very unit in which the own answers are counted, in any tree', () => {
  fc.assert(
    fc.property(organisations, fc.integer({ min: 3, max: 7 }), (units, k) => {
      const people = new Map(units.map((unit) => [unit.id, unit.people]))
      const cohorts = partitionCohorts(units, people, k)
      if (!cohorts.ok) return
      const tree = releaseUnits(units, cohorts.value)
      for (const { id } of units.filter((unit) => unit.people > 0)) {
        const chain = chainUp(tree, id)
        const looked = new Set(placesToLook(chain))
        const counted = cohorts.value.filter(
          ({ unit, label }) => looked.has(unit) || label.includes(' and others of '),
        )
        const counts = cohorts.value.find((cohort) => cohort.units.includes(id))
        // Too few at the top may be joined to small teams further down, and nothing says to which: nothing is better than a guess.
        const above = [...chain.slice(1), 'u0'].map(smallTeamsOf)
        const isUntold = counts?.kind === 'small-teams' && !above.includes(counts.unit)
        expect(reportedUnit(chain, counted)).toBe(isUntold ? null : counts?.unit)
      }
    }),
    { numRuns: 300 },
  )
})

test('a unit that the wave did not know is reported nowhere', () => {
  expect(
    reportedUnit(chainUp([{ id: 'a', parent: null, name: 'A' }], 'b'), [{ unit: 'a', label: 'A' }]),
  ).toBe(null)
})
