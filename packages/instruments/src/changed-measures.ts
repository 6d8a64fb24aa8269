import type { Item, Scale } from '@chorus/contracts/instrument'

/**
 * Scales and items that two questionnaires both have and that do not ask the same: a scale with other items, an item with
 * another wording, range or direction. Their figures cannot be compared. A translation that is added changes nothing.
 * @returns ids of scales and items
 */
export function changedMeasures(before: readonly Scale[], now: readonly Scale[]): ReadonlySet<string> {
  const scalesBefore = new Map(before.map((scale) => [scale.id, scale]))
  const itemsBefore = new Map(before.flatMap(({ items }) => items).map((item) => [item.id, item]))
  const changed = new Set<string>()
  for (const scale of now) {
    const earlier = scalesBefore.get(scale.id)
    if (earlier && !sameItems(earlier.items, scale.items)) changed.add(scale.id)
    for (const item of scale.items) {
      const known = itemsBefore.get(item.id)
      if (known && !sameItem(known, item)) changed.add(item.id)
    }
  }
  return changed
}

/** In any order: a scale is their mean. */
function sameItems(before: readonly Item[], now: readonly Item[]): boolean {
  return (
    before.length === now.length &&
    now.every((item) => before.some((one) => one.id === item.id && sameItem(one, item)))
  )
}

function sameItem(a: Item, b: Item): boolean {
  const sameWords = Object.entries(a.text).every(([language, words]) => (b.text[language] ?? words) === words)
  return a.reversed === b.reversed && a.min === b.min && a.max === b.max && sameWords
}
