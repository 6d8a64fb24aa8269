import fc from 'fast-check'
import { attackDisplay, attackStructure } from '../packages/anonymity/test/attacks/attack.ts'
import { companyWithGaps, nastyCompany } from '../packages/anonymity/test/attacks/companies/nasty.ts'
import { realisticCompany } from '../packages/anonymity/test/attacks/companies/realistic.ts'
import { realisticTwoWaves } from '../packages/anonymity/test/attacks/companies/two-waves.ts'
import type { Finding } from '../packages/anonymity/test/attacks/finding.ts'
import { layersOf } from '../packages/anonymity/test/attacks/layers.ts'
import { findNarrowAnswers } from '../packages/anonymity/test/attacks/narrow-answers.ts'
import { leavesOf } from '../packages/anonymity/test/attacks/publishers/cells.ts'
import {
  exactMeans,
  type MarketRule,
  publishByMarketRule,
} from '../packages/anonymity/test/attacks/publishers/market-rules.ts'
import { publishOrganisation } from '../packages/anonymity/test/attacks/publishers/publish-organisation.ts'
import { exactGroups, findSmallSets } from '../packages/anonymity/test/attacks/small-sets.ts'
import type { Snapshot, Truth } from '../packages/anonymity/test/attacks/snapshot-format.ts'

const k = 5
const marketRules: MarketRule[] = ['naive', 'vendor2', 'sibling', 'pertable']

/**
 * `pnpm bench disclosure [companies]`: simulated companies, published by rules that are in use and by ours, and attacked. A small
 * group is one of 1 to 4 people whose exact average follows from the shown cells; alone is such a group of one.
 */
export async function benchDisclosure(): Promise<void> {
  const companies = Number(process.argv[3] ?? 150)
  const seeds = Array.from({ length: companies }, (_, i) => i + 1)
  const ofSize200 = (managersAbove: boolean, withCuts: boolean) =>
    seeds.map((seed) => realisticCompany({ seed, size: 200, managersAbove, withCuts }))

  console.log(`\n${companies} companies of 200, three one-way cuts, managers above their teams, exact means`)
  await printStructure(ofSize200(true, true))
  console.log(`\n${companies} companies of 200, no cuts, managers above their teams, exact means`)
  await printStructure(ofSize200(true, false))
  console.log(`\n${companies} companies of 200, no cuts, people in leaf units only, exact means`)
  await printStructure(ofSize200(false, false))
  for (const decimals of [2, 1]) {
    console.log(`\n${companies} companies of 200, no cuts, means with ${decimals} decimals, one wave`)
    await printDisplay(ofSize200(true, false), decimals)
  }
  console.log(
    `\n${companies} companies made to leak, one wave, cuts and a crossing, all attacks on what Chorus displays`,
  )
  await printMadeToLeak(companies)
  const twoWaves = seeds.slice(0, Math.ceil(companies / 6)).map((seed) => realisticTwoWaves(seed, 120, false))
  console.log(
    `\n${twoWaves.length} companies of 120, no cuts, means with 2 decimals, two waves, answers frozen`,
  )
  await printDisplay(twoWaves, 2)
}

async function printMadeToLeak(companies: number): Promise<void> {
  const rows: Record<string, object> = {}
  for (const [name, company] of Object.entries({
    'any tree': nastyCompany,
    'items left out': companyWithGaps,
  })) {
    const found: Finding[][] = []
    for (const truth of fc.sample(company, { numRuns: companies, seed: 1 })) {
      const snapshot = await publishOrganisation(truth, { k, crossed: true })
      found.push([...attackStructure(snapshot, truth), ...attackDisplay(snapshot, truth)])
    }
    const kinds = new Set(found.flat().map(({ kind }) => kind))
    rows[name] = {
      'with a finding': found.filter(({ length }) => length > 0).length,
      kinds: [...kinds].join(),
    }
  }
  console.table(rows)
}

async function printStructure(truths: readonly Truth[]): Promise<void> {
  const rows: Record<string, object> = {}
  for (const [name, publish] of publishers(null)) {
    const results: Structure[] = []
    for (const truth of truths) results.push(structureOf(await publish(truth), truth))
    const total = (of: (one: Structure) => number) => results.reduce((sum, one) => sum + of(one), 0)
    const respondents = total((one) => one.respondents)
    const share = (count: number) => `${count} = ${((100 * count) / respondents).toFixed(1)} %`
    rows[name] = {
      'with a leak': total((one) => (one.leaks ? 1 : 0)),
      'in a small group': share(total((one) => one.inSmallGroup)),
      alone: share(total((one) => one.alone)),
      'leaf teams shown': total((one) => one.leafTeams),
      'hidden, given back': total((one) => one.givenBack),
      'category cells': total((one) => one.categories),
      'of ten answers': total((one) => one.largeCategories),
    }
  }
  console.table(rows)
}

async function printDisplay(truths: readonly Truth[], decimals: number): Promise<void> {
  const rows: Record<string, object> = {}
  for (const [name, publish] of publishers(decimals, truths[0]?.waves.length)) {
    if (name === 'pertable') continue
    const found: Finding[][] = []
    for (const truth of truths) found.push(findNarrowAnswers(await publish(truth), truth))
    const among = (kinds: readonly Finding['kind'][]) =>
      found.map((one) => new Set(one.filter(({ kind }) => kinds.includes(kind)).flatMap((x) => x.people)))
    const pinned = among(['interval-pinned'])
    const tight = among(['interval-pinned', 'interval-tight'])
    const narrow = among(['interval-narrow'])
    const people = (sets: readonly Set<string>[]) => sets.reduce((sum, { size }) => sum + size, 0)
    rows[name] = {
      'companies, pinned': pinned.filter(({ size }) => size > 0).length,
      'people, pinned': people(pinned),
      'people, within 3 points': people(tight),
      'people, fewer than 4 answers left': people(narrow),
    }
  }
  console.table(rows)
}

type Publisher = [name: string, publish: (truth: Truth) => Snapshot | Promise<Snapshot>]

/** Market rules with a number of decimals (null: exact), and ours as it is. */
function publishers(decimals: number | null, waves = 1): Publisher[] {
  const rules = marketRules.map(
    (rule): Publisher => [rule, (truth) => publishByMarketRule(truth, rule, { ...exactMeans, decimals })],
  )
  const ours: Publisher = ['Chorus', (truth) => publishOrganisation(truth, { k })]
  const informed = (['invited to both', 'answered both'] as const).map(
    (stayed): Publisher => [
      `Chorus, knows who ${stayed}`,
      (truth) => publishOrganisation(truth, { k, stayed }),
    ],
  )
  return waves === 1 ? [...rules, ours] : [...rules, ours, ...informed]
}

type Structure = {
  leaks: boolean
  respondents: number
  inSmallGroup: number
  alone: number
  leafTeams: number
  givenBack: number
  categories: number
  largeCategories: number
}

function structureOf(snapshot: Snapshot, truth: Truth): Structure {
  const layers = layersOf(snapshot, truth).filter(({ statistic }) => statistic === 'mean')
  const found = findSmallSets(snapshot, truth, 1)
  const groups = layers.flatMap(({ types, shown }) => exactGroups(types, shown.length, k - 1))
  const leaves = new Set(leavesOf(truth.units))
  const shown = snapshot.cells.filter(({ status }) => status === 'published')
  const lowest = (n: Snapshot['cells'][number]['n']) => (typeof n === 'object' ? (n?.lo ?? 0) : n)
  const isWhole = ({ cut }: { cut: object }) => Object.keys(cut).length === 0
  return {
    leaks: found.length > 0,
    respondents: truth.waves.flatMap(({ people }) => people.filter(({ answers }) => answers)).length,
    inSmallGroup: new Set(groups.flat()).size,
    alone: groups.filter(({ length }) => length === 1).length,
    leafTeams: shown.filter((cell) => isWhole(cell) && leaves.has(cell.unit)).length,
    givenBack: found.filter(({ kind }) => kind === 'hidden-cell').length,
    categories: shown.filter((cell) => !isWhole(cell)).length,
    largeCategories: shown.filter((cell) => !isWhole(cell) && lowest(cell.n) >= 10).length,
  }
}
