/** The people of one cut who are counted together: at least k. */
export type CutCohort = { readonly label: string; readonly people: readonly string[] }

/** What the categories that are too small for a cohort of their own are joined under. */
const joinedLabel = 'other'

/**
 * Divides the people of one cut into groups of at least k: a category that has k people stays alone, smaller ones are joined,
 * and who is still among too few then, or has no category, has no ballot in this cut.
 */
export function cutCohorts(
  cut: string,
  membership: readonly { readonly person: string; readonly cuts: Readonly<Record<string, string>> }[],
  k: number,
): CutCohort[] {
  const categories = new Map<string, string[]>()
  for (const { person, cuts } of membership) {
    const category = Object.hasOwn(cuts, cut) ? cuts[cut] : undefined
    if (category === undefined) continue
    const people = categories.get(category)
    if (people) people.push(person)
    else categories.set(category, [person])
  }
  const byName = [...categories].sort(([a], [b]) => (a < b ? -1 : 1))
  const alone = byName.filter(([name, people]) => people.length >= k && name !== joinedLabel)
  const joined = byName.filter((category) => !alone.includes(category)).flatMap(([, people]) => people)
  return [
    ...alone.map(([label, people]) => ({ label, people })),
    ...(joined.length >= k ? [{ label: joinedLabel, people: joined }] : []),
  ]
}
