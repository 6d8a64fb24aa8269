import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nastyCompany } from './companies/nasty.ts'
import { realisticCompany } from './companies/realistic.ts'
import { smallestCombination } from './integer-programme.ts'
import { layersOf } from './layers.ts'
import { publishByMarketRule } from './publishers/market-rules.ts'
import { publishOrganisation } from './publishers/publish-organisation.ts'
import { findSmallSets } from './small-sets.ts'

test('two methods that share nothing but the sets agree whether anything small can be combined', () => {
  let leaks = 0
  fc.assert(
    fc.property(nastyCompany, (truth) => {
      const snapshot = publishByMarketRule(truth, 'pertable')
      const sizes = findSmallSets(snapshot, truth)
        .filter((found) => found.kind === 'small-combination' && found.item !== null)
        .map((found) => found.people.length)
      const [layer] = layersOf(snapshot, truth)
      const smallest = layer ? smallestCombination(layer, 4) : null
      expect(smallest).toBe(sizes.length === 0 ? null : Math.min(...sizes))
      if (smallest !== null) leaks++
    }),
    { numRuns: 40, seed: 20_261_121 },
  )
  expect(leaks).toBeGreaterThan(5)
})

test('Chorus: no combination touches fewer than k people where k is large', async () => {
  for (let seed = 1; seed <= 3; seed++) {
    const truth = realisticCompany({ seed, size: 120, managersAbove: true, withCuts: false })
    for (const layer of layersOf(await publishOrganisation(truth, { k: 9 }), truth))
      expect(smallestCombination(layer, 8)).toBe(null)
  }
})
