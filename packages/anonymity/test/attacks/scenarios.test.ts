import { describe, expect, test } from 'vitest'
import { attackDisplay, attackStructure } from './attack.ts'
import { scenarios } from './companies/scenarios.ts'
import { type Display, exactMeans, type MarketRule, publishByMarketRule } from './publishers/market-rules.ts'
import { publishOrganisation } from './publishers/publish-organisation.ts'
import type { Truth } from './snapshot-format.ts'

const seeds = [1, 2, 3, 4]
const rules: MarketRule[] = ['naive', 'vendor2', 'sibling', 'pertable']

/** What somebody has to show for the thing to go wrong, beyond means. */
const shownToo: Readonly<Record<string, Partial<Display>>> = {
  'two attributes and their crossing': { crossed: true },
  'one dissenter in each team': { statistics: ['mean', 'hist'] },
}

const isCaught = (truth: Truth, rule: MarketRule, more: Partial<Display>) => {
  const display: Display = { ...exactMeans, ...more }
  return (
    attackStructure(publishByMarketRule(truth, rule, display), truth).length > 0 ||
    attackDisplay(publishByMarketRule(truth, rule, { ...display, decimals: 2 }), truth).length > 0
  )
}

describe.each(Object.entries(scenarios))('%s', (name, companyOf) => {
  test.each(rules)('%s is caught in nearly every one', (rule) => {
    const caught = seeds.filter((seed) => isCaught(companyOf(seed), rule, shownToo[name] ?? {}))
    expect(caught.length).toBeGreaterThanOrEqual(3)
  })

  test('Chorus: adding and subtracting gives nothing away', async () => {
    for (const seed of seeds) {
      const truth = companyOf(seed)
      expect(attackStructure(await publishOrganisation(truth), truth)).toEqual([])
    }
  })
})
