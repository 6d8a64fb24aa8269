/** Pages that stand beside those of units, under the same address. */
const pages: ReadonlySet<string> = new Set(['heatmap', 'map', 'organisation'])

/**
 * The id of a unit in the address of its page. Organisations call their units as they like: one whose id is the name of a page, or
 * begins with the mark itself, is written with a mark before it.
 */
export const unitInAddress = {
  parse: ({ unit }: { unit: string }) => ({ unit: unit.startsWith('~') ? unit.slice(1) : unit }),
  stringify: ({ unit }: { unit: string }) => ({
    unit: pages.has(unit) || unit.startsWith('~') ? `~${unit}` : unit,
  }),
}
