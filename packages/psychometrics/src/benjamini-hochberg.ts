/**
 * Adjusted p values of a family of comparisons: called at or below q, not more than a share q of the calls is expected
 * to be a false alarm. The family is every comparison that one report shows, all teams times all scales.
 * A missing p stays missing and is not counted: a comparison that could not be made was not made.
 * Means something from two comparisons on.
 * Source: Benjamini & Hochberg (1995), step-up, made monotone from above; R p.adjust(method = "BH").
 * @param p each from 0 to 1, or null
 * @returns at the same positions, each at least as large as its p and at most 1
 * @example benjaminiHochberg([0.01, null, 0.5]) // [0.02, null, 0.5]
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const tested = p.flatMap((value, position) => (value === null ? [] : [{ value, position }]))
  const adjusted: (number | null)[] = p.map(() => null)
  let smallest = 1
  tested
    .sort((a, b) => b.value - a.value)
    .forEach(({ value, position }, above) => {
      smallest = Math.min(smallest, value * (tested.length / (tested.length - above)))
      adjusted[position] = smallest
    })
  return adjusted
}
