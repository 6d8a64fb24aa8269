import { type ChosenCategories, chooseCategories } from '@chorus/anonymity/dimension-cuts'
import { GroupTally } from '@chorus/anonymity/group-tally'
import type { HeadCounts } from '@chorus/anonymity/head-counts'
import { protectCuts } from '@chorus/anonymity/rules/cut-protection'
import { treeOf } from '@chorus/anonymity/tree'
import { present } from '@chorus/basics/assert'
import { isCut, type Manifest, unitDimension } from '@chorus/contracts/collect'
import type { CollectedGroup, OpenedWave } from '@chorus/db/stores/closing'
import type { SealedCohort } from '@chorus/db/stores/sealed-waves'
import type { WaveRow } from '@chorus/db/stores/waves'
import { cutTally } from './cut-tally.ts'

type Opened = Pick<OpenedWave, 'responses' | 'cutCounts' | 'cutComplete'>

/**
 * Says which categories of cuts may be published. This is the last moment at which it is known how many people of each unit
 * are in each category: only these numbers are looked at, and they are not kept. The auditor attacks the choice at the same moment.
 * @param protect the rule that chooses, which is attacked
 */
export function chooseCuts(
  units: WaveRow['units'],
  { policy, scales }: Pick<Manifest, 'policy' | 'scales'>,
  cohorts: readonly SealedCohort[],
  opened: Opened,
  collected: readonly CollectedGroup[],
  protect = protectCuts,
): { chosen: ChosenCategories['chosen']; audit: ChosenCategories['audit'] | null } {
  const cuts = policy.cuts.filter(isCut)
  if (cuts.length === 0) return { chosen: {}, audit: null }
  const unitOf = new Map(cohorts.map(({ id, unit }) => [id, unit]))
  const answers = new GroupTally(
    units.map(({ id }) => id),
    scales,
  )
  for (const response of opened.responses)
    answers.addById(present(unitOf.get(response.cohort), 'the unit of a response'), response.answers)
  return chooseCategories(
    {
      collected: headsOf(units, cuts, cohorts, collected),
      units: answers,
      cuts: cutTally({ units, scales, cuts, cohorts }, opened),
    },
    treeOf(units),
    { ...policy, cuts },
    protect,
  )
}

function headsOf(
  units: WaveRow['units'],
  cuts: readonly string[],
  cohorts: readonly SealedCohort[],
  collected: readonly CollectedGroup[],
): HeadCounts {
  const numberOf = new Map(units.map(({ id }, number) => [id, number]))
  const known = new Map(cohorts.map((cohort) => [cohort.id, cohort]))
  const attributes = cuts.map((name) => ({
    name,
    categories: cohorts
      .filter(({ dimension }) => dimension === name)
      .map(({ label }) => label)
      .sort(),
  }))
  // Who collected a ballot in a cut and none in the tree stands at the root: it is known to be in no other place.
  const groups = collected.map(({ cohorts: own, people }) => {
    const places = own.flatMap((id) => known.get(id) ?? [])
    const unit = places.find(({ dimension }) => dimension === unitDimension)?.unit ?? null
    const labels = new Map(places.map(({ dimension, label }) => [dimension, label]))
    return {
      unit: unit === null ? 0 : present(numberOf.get(unit), 'the unit of a cohort'),
      category: attributes.map(({ name, categories }) => categories.indexOf(labels.get(name) ?? '')),
      people,
    }
  })
  return {
    attributes,
    unit: Int32Array.from(groups, ({ unit }) => unit),
    category: Int32Array.from(groups.flatMap(({ category }) => category)),
    count: Uint32Array.from(groups, ({ people }) => people),
  }
}
