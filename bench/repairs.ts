import { demoAnswers, takesPart } from '../apps/api/src/demo/climate-model.ts'
import { demoPeople } from '../apps/api/src/demo/demo-people.ts'
import { demoUnits } from '../apps/api/src/demo/organisation-data.ts'
import { partitionCohorts, releaseUnits } from '../packages/anonymity/src/cohorts.ts'
import { GroupTally } from '../packages/anonymity/src/group-tally.ts'
import { drawMasks, type Masks } from '../packages/anonymity/src/masks.ts'
import { publishWave } from '../packages/anonymity/src/publish.ts'
import type { EarlierWave } from '../packages/anonymity/src/publish-input.ts'
import { stepsFor } from '../packages/anonymity/src/rules/display-steps.ts'
import { treeOf } from '../packages/anonymity/src/tree.ts'
import { realisticTwoWaves } from '../packages/anonymity/test/attacks/companies/two-waves.ts'
import { findNarrowAnswers } from '../packages/anonymity/test/attacks/narrow-answers.ts'
import { publishOrganisation } from '../packages/anonymity/test/attacks/publishers/publish-organisation.ts'
import { policyInput } from '../packages/contracts/src/policy.ts'
import type { ReleasedWave } from '../packages/contracts/src/publish.ts'
import { defaultInstrument } from '../packages/instruments/src/default-instrument.ts'
import { scalesOfWave } from '../packages/instruments/src/rotation.ts'
import { blocksOf } from '../packages/instruments/src/score.ts'

/**
 * `pnpm bench repairs [companies]`: what the auditor's repairs cost. Nine waves of the demonstration organisation, and second waves
 * of simulated companies in which answers are frozen, with what the attackers of the tests still find there.
 */
export async function benchRepairs(): Promise<void> {
  console.log('the demonstration organisation, wave after wave: scales and single items in cells')
  console.table(demoWaves())
  const companies = Number(process.argv[3] ?? 25)
  console.log(`${companies} companies of 120, two waves, answers frozen`)
  console.table([await frozenCompanies(companies)])
}

function demoWaves(): object[] {
  const people = demoPeople()
  const sizes = new Map<string, number>()
  for (const { unit } of people) sizes.set(unit, (sizes.get(unit) ?? 0) + 1)
  const tree = demoUnits.map(([id, parent, name]) => ({ id, parent: parent || null, name }))
  const policy = policyInput.parse({})
  const cohorts = partitionCohorts(tree, sizes, policy.k)
  if (!cohorts.ok) throw new Error('the demonstration organisation is too small')
  const cohortOf = new Map(cohorts.value.flatMap(({ unit, units }) => units.map((own) => [own, unit])))
  const units = releaseUnits(tree, cohorts.value)
  const earlier: EarlierWave[] = []
  const rows: object[] = []
  for (let number = 1; number <= 9; number++) {
    const scales = scalesOfWave(defaultInstrument, number - 1)
    const counts = new GroupTally(
      units.map(({ id }) => id),
      scales,
    )
    for (const person of people)
      if (takesPart(person, number))
        counts.addById(cohortOf.get(person.unit) ?? '', demoAnswers(person, number, scales))
    const started = process.cpuUsage()
    const published = publishWave({
      wave: { id: `w${number}`, closed: null },
      units,
      counts,
      invited: null,
      policy,
      earlier,
    })
    const { user, system } = process.cpuUsage(started)
    if (!published.ok) throw new Error(JSON.stringify(published.error))
    const { wave, behind, ...rest } = published.value
    const groups = behind.groups.map((group) => ({
      ...group,
      complete: group.complete.map(() => group.respondents),
    }))
    earlier.push({ wave, behind: { ...behind, groups }, ...rest })
    const masks = drawMasks(counts, treeOf(units), policy)
    const programmes = wave.organisation.audit?.programmesSolved
    rows.push({
      ...costOf(wave, masks, blocksOf(scales)),
      programmes,
      'CPU ms': Math.round((user + system) / 1000),
    })
  }
  return rows
}

async function frozenCompanies(companies: number): Promise<object> {
  const total = { shown: 0, coarser: 0, hidden: 0, lost: 0, pinned: 0, tight: 0, narrow: 0 }
  for (let seed = 1; seed <= companies; seed++) {
    const truth = realisticTwoWaves(seed, 120, false)
    const snapshot = await publishOrganisation(truth)
    for (const { wave, n, status, items } of snapshot.cells) {
      if (wave !== 'w2' || status !== 'published') continue
      const mean = Object.values(items ?? {})[0]?.mean
      const least = typeof n === 'number' ? n : (n?.lo ?? 0)
      if (!mean || typeof mean === 'number') total.hidden++
      else {
        total.shown++
        const lost = stepsLost(least, mean)
        total.lost += least * lost
        if (lost > 0) total.coarser++
      }
    }
    const found = findNarrowAnswers(snapshot, truth)
    const people = (kind: string) =>
      new Set(found.filter((one) => one.kind === kind).flatMap((one) => one.people)).size
    total.pinned += people('interval-pinned')
    total.tight += people('interval-tight')
    total.narrow += people('interval-narrow')
  }
  return total
}

/** In a wave without cuts cells are units, in the order of the masks. */
function costOf({ id, cells }: ReleasedWave, masks: Masks, blocks: ReturnType<typeof blocksOf>): object {
  const total = { figures: 0, coarser: 0, hidden: 0, lost: 0 }
  cells.forEach((cell, unit) => {
    blocks.forEach(({ measures }, block) => {
      if (masks.blocks[block]?.means.units[unit] !== 1) return
      const ids = new Set(measures.map((measure) => measure.id))
      const shown = cell.measures.filter((one) => ids.has(one.id) && one.mean !== null)
      const n = shown[0]?.n ?? cell.n
      const least = typeof n === 'number' ? n : (n?.lo ?? 0)
      const steps = shown.map(({ mean }) => (typeof mean === 'object' && mean ? stepsLost(least, mean) : 0))
      const lost = steps.length === 0 ? hiddenRung - rungOf(stepsFor(least).mean) : Math.min(...steps)
      total.figures++
      if (steps.length === 0) total.hidden++
      else if (lost > 0) total.coarser++
      total.lost += least * lost
    })
  })
  const share = (count: number) => `${((100 * count) / total.figures).toFixed(1)} %`
  return {
    wave: id,
    figures: total.figures,
    coarser: total.coarser,
    'coarser, share': share(total.coarser),
    hidden: total.hidden,
    'hidden, share': share(total.hidden),
    'answers x steps': total.lost,
  }
}

const ladder = [0.1, 0.2, 0.5, 1]
const hiddenRung = 6
const rungOf = (step: number) => ladder.findIndex((one) => one >= step - 1e-6)

/** Steps above what so many answers have; open ends are one and a half steps wide. */
function stepsLost(n: number, { lo, hi }: { lo: number; hi: number }): number {
  const step = lo <= 1 || hi >= 7 ? (hi - lo) / 1.5 : hi - lo
  return Math.max(0, rungOf(step) - rungOf(stepsFor(n).mean))
}
