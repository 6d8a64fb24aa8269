import type { AuditedFigures } from './audit-input.ts'

/** Cells usually list their measures in the same order, so that the place in the first one is worth a try. */
export function figuresAt(
  measures: readonly AuditedFigures[],
  { id }: { readonly id: string },
  place: number | undefined,
): AuditedFigures | undefined {
  const likely = place === undefined ? undefined : measures[place]
  return likely?.id === id ? likely : measures.find((figures) => figures.id === id)
}
