import { policyInput } from '@chorus/contracts/policy'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawMasks } from '../../src/masks.ts'
import { treeOf } from '../../src/tree.ts'
import { attackDisplay, attackStructure } from './attack.ts'
import { companyWithGaps, nastyCompany } from './companies/nasty.ts'
import { realisticCompany } from './companies/realistic.ts'
import { scenarios } from './companies/scenarios.ts'
import { countAnswers, instrumentOf, publishOrganisation } from './publishers/publish-organisation.ts'
import type { Person, Truth } from './snapshot-format.ts'

const runs = Number(process.env.RUNS ?? 25)
const longEnough = 5_000 * runs

/** Everything that all attacks together get out of what Chorus shows. */
async function found(truth: Truth, crossed = false) {
  const snapshot = await publishOrganisation(truth, { crossed })
  return [...attackStructure(snapshot, truth), ...attackDisplay(snapshot, truth)]
}

const changed = (truth: Truth, change: (person: Person) => Person): Truth => ({
  ...truth,
  waves: truth.waves.slice(0, 1).map(({ id, people }) => ({ id, people: people.map(change) })),
})
const firstWave = (truth: Truth) => changed(truth, (person) => person)
const withoutCuts = (truth: Truth): Truth => ({
  ...changed(truth, (person) => ({ ...person, cut: {} })),
  cuts: {},
})

describe.each(Object.entries(scenarios))('one wave: %s', (_, companyOf) => {
  test(
    'no attack finds anything, neither in the tree nor with cuts',
    async () => {
      for (const seed of [1, 2]) {
        expect(await found(withoutCuts(companyOf(seed)))).toEqual([])
        expect(await found(firstWave(companyOf(seed)))).toEqual([])
      }
    },
    longEnough,
  )
})

test(
  'a realistic company with three cuts gives nothing away as it is displayed',
  async () => {
    expect(
      await found(realisticCompany({ seed: 1, size: 120, managersAbove: true, withCuts: true })),
    ).toEqual([])
  },
  longEnough,
)

test.each([
  ['any tree', nastyCompany, false],
  ['any tree with a crossing', nastyCompany, true],
  ['items that were left out', companyWithGaps, false],
] as const)(
  'one wave of %s: nothing is found',
  async (_, company, crossed) => {
    await fc.assert(
      fc.asyncProperty(company, async (truth) => {
        expect(await found(truth, crossed)).toEqual([])
      }),
      { numRuns: runs },
    )
  },
  longEnough,
)

test(
  'what is hidden depends on head counts only, with cuts too: other answers, same mask',
  async () => {
    const other = fc.integer({ min: 1, max: 7 })
    await fc.assert(
      fc.asyncProperty(companyWithGaps, other, fc.boolean(), async (truth, answer, crossed) => {
        const answeredAlike = changed(truth, (person) => ({
          ...person,
          answers: person.answers?.map((one) => (one === null ? null : answer)) ?? null,
        }))
        const masks = [truth, answeredAlike].map((one) => {
          const cuts = Object.keys(one.cuts)
          const policy = policyInput.parse({ cuts, crossings: crossed ? [cuts.slice(0, 2)] : [] })
          const counts = countAnswers(one, instrumentOf(one).scales, one.waves[0]?.people ?? [])
          return drawMasks(counts, treeOf(one.units), policy)
        })
        expect(masks[1]).toEqual(masks[0])
        const shown = async (one: Truth) =>
          (await publishOrganisation(one, { crossed })).cells.map(({ id, status, reason, n }) => [
            id,
            status,
            reason,
            n,
          ])
        expect(await shown(answeredAlike)).toEqual(await shown(truth))
      }),
      { numRuns: runs },
    )
  },
  longEnough,
)
