import type { DraftItem, DraftScale, InstrumentDraft } from '@chorus/contracts/instruments'

/** What is done to a draft, each as a new draft. Places count from 0. */

export function withScale(draft: InstrumentDraft, at: number, scale: DraftScale): InstrumentDraft {
  return { ...draft, scales: draft.scales.with(at, scale) }
}

export function withItem(scale: DraftScale, at: number, item: DraftItem): DraftScale {
  return { ...scale, items: scale.items.with(at, item) }
}

/** One place up (-1) or down (1); at the end it stays where it is. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by
  const one = list[at]
  if (one === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(at, 1).toSpliced(to, 0, one)
}

/** The first of `stem-1`, `stem-2` ... that nothing is called or was called in the version before. */
export function freeId(stem: string, drafts: readonly (InstrumentDraft | null)[]): string {
  const taken = new Set<string>(
    drafts.flatMap(
      (draft) => draft?.scales.flatMap((scale) => [scale.id, ...scale.items.map(({ id }) => id)]) ?? [],
    ),
  )
  let number = 1
  while (taken.has(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}

/** An empty statement, answered as the others of its scale. */
export function emptyItem(id: string, { items }: Pick<DraftScale, 'items'>): DraftItem {
  const last = items.at(-1)
  return { id: id as DraftItem['id'], reversed: false, min: last?.min ?? 1, max: last?.max ?? 7, text: {} }
}

export function emptyScale(id: string): DraftScale {
  return { id: id as DraftScale['id'], name: {}, role: 'core', source: '', items: [] }
}
