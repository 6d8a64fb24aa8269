import { attackChosenCategories, type ChosenLayer } from './auditor/chosen-categories.ts'
import type { HeadCounts } from './head-counts.ts'
import type { Tree } from './tree.ts'

/** Cut -> categories shown for the whole organisation. */
type Categories = Readonly<Record<string, readonly string[]>>

/** What the auditor is told of one layer when a wave closes. */
export type LayerAtSealing = {
  readonly tree: Tree
  readonly shownUnits: Uint8Array
  readonly collected: HeadCounts
  /** Per unit the answers of its own people that count. */
  readonly answers: ArrayLike<number>
  /** The answers that count in each category. */
  readonly counts: (cut: string, category: string) => number
  readonly group: number
  readonly least: number
}

/**
 * Lets the auditor attack the choice of categories, and takes back what it finds until it finds nothing: one category, or a whole cut where nobody can
 * prove in bounded time that it is safe. Looks at head counts only.
 */
export function takeBackFound(
  layer: LayerAtSealing,
  wanted: Categories,
): { left: Record<string, string[]>; takenBack: number } {
  const { tree, shownUnits, answers, counts, group, least } = layer
  const known = {
    units: tree.ids.map((id, unit) => ({ id, parent: tree.ids[tree.parent[unit] ?? -1] ?? null })),
    shownUnits: new Set(tree.ids.filter((_, unit) => shownUnits[unit] === 1)),
    collected: groupsOf(layer),
    answersIn: new Map(tree.ids.map((id, unit) => [id, answers[unit] ?? 0])),
    group,
    least,
  }
  const all = Object.entries(wanted).flatMap(([cut, categories]) =>
    categories.map((category) => ({ cut, category, answers: counts(cut, category) })),
  )
  let shown: ChosenLayer['shown'] = all
  for (;;) {
    const found = attackChosenCategories({ ...known, shown })
    const place = found && shown[found.at]
    if (!place) break
    shown = shown.filter((one, at) => (found.whole ? one.cut !== place.cut : at !== found.at))
  }
  const left = Object.fromEntries(
    Object.keys(wanted).map((name) => [
      name,
      shown.filter(({ cut }) => cut === name).map(({ category }) => category),
    ]),
  )
  return { left, takenBack: all.length - shown.length }
}

function groupsOf({ tree, collected }: LayerAtSealing): ChosenLayer['collected'] {
  const { attributes, unit, category, count } = collected
  return [...count].map((people, group) => ({
    unit: tree.ids[unit[group] ?? 0] ?? '',
    cut: Object.fromEntries(
      attributes.flatMap(({ name, categories }, attribute) => {
        const value = categories[category[group * attributes.length + attribute] ?? -1]
        return value === undefined ? [] : [[name, value]]
      }),
    ),
    people,
  }))
}
