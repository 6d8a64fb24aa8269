import type { Cell } from '@chorus/contracts/publish'
import { cutsOf, familiesOf } from './families.ts'
import { invitedInCut } from './invited-counts.ts'
import type { LayerMask, Masks } from './masks.ts'
import type { PublishInput } from './publish-input.ts'
import type { Tally } from './tally.ts'
import type { Tree } from './tree.ts'

/** A place in the menu of cells, and where its people were counted. */
export type Place = {
  readonly unit: string
  readonly cut: Cell['cut']
  /** Row of the sums; null where the cell is not shown. */
  readonly row: number | null
  readonly sums: Tally
  readonly invited: number | null
  readonly minimum: number
  readonly shows: (layer: LayerMask) => boolean
}

/** The menu of cut cells, per unit: every category of every family, hidden ones too. */
export function cutPlaces(input: PublishInput, tree: Tree, masks: Masks): Place[][] {
  const { policy } = input
  const counts = input.dimensions?.cuts ?? input.counts
  const places: Place[][] = tree.ids.map(() => [])
  if (policy.cuts.length === 0) return places
  const { attributes } = counts.heads('respondents')
  familiesOf(policy).forEach((family, number) => {
    const cuts = cutsOf(family, attributes)
    const rowOf = new Map<string, number>()
    const ids: string[] = []
    cuts.forEach((_, category) => {
      masks.cells.cuts[number]?.[category]?.forEach((shown, unit) => {
        if (shown === 1) rowOf.set(`${category} ${unit}`, ids.push(`${category} ${unit}`) - 1)
      })
    })
    const categoryOf = new Map(cuts.map((cut, category) => [JSON.stringify(Object.values(cut)), category]))
    const sums = counts.sumsWhere(ids, ({ unit, categories }, add) => {
      const names = family.attributes.map((attribute) => categories[attribute] ?? '')
      const category = categoryOf.get(JSON.stringify(names))
      if (category === undefined) return
      for (let at = unit; at !== -1; at = tree.parent[at] ?? -1) {
        const row = rowOf.get(`${category} ${at}`)
        if (row !== undefined) add(row)
      }
    })
    cuts.forEach((cut, category) => {
      const invited = invitedInCut(input.invited, cut, counts, tree)
      tree.ids.forEach((unit, at) => {
        places[at]?.push({
          unit,
          cut,
          row: rowOf.get(`${category} ${at}`) ?? null,
          sums,
          invited: invited?.[at] ?? null,
          minimum: family.threshold,
          shows: (layer) => layer.cuts[number]?.[category]?.[at] === 1,
        })
      })
    })
  })
  return places
}
