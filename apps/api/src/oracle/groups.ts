import { z } from 'zod'
import { type DataSets, dataShape } from './data-sets.ts'
import { scoreOf } from './inputs.ts'
import { Unusable } from './unusable.ts'

const scalar = z.union([z.string(), z.number()])

/** One value per person, and the group each belongs to. */
export const groupedFromData = z.strictObject({
  ...dataShape,
  score: z.literal('row mean').optional(),
  /** Column names and quoted text: "battalion + ' ' + company". */
  group: z.string(),
  /** What is done with people without a value: there is nothing else that could be. */
  missing: z.literal('drop').optional(),
})
export const groupedInline = z.strictObject({
  values: z.array(z.number().nullable()),
  group: z.array(scalar),
})

export type Grouped = z.infer<typeof groupedFromData> | z.infer<typeof groupedInline>

/** The values of each group that has any, groups in the order of their names. */
export function groupedValues(input: Grouped, data: DataSets): { name: string; values: number[] }[] {
  if ('values' in input) return byGroup(input.values, input.group.map(String))
  return byGroup(
    data.numbers(input).map((row) => scoreOf(input, row)),
    data.texts(input, input.group),
  )
}

/** What belongs to one group, in the order of the groups' names; null belongs to none. */
export function byGroup<T>(
  things: readonly (T | null)[],
  groups: readonly string[],
): { name: string; values: T[] }[] {
  if (things.length !== groups.length)
    throw new Unusable(`input: ${groups.length} group names for ${things.length} rows`)
  const found = new Map<string, T[]>()
  things.forEach((thing, i) => {
    if (thing === null) return
    const name = groups[i] ?? ''
    const members = found.get(name)
    if (members) members.push(thing)
    else found.set(name, [thing])
  })
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, values]) => ({ name, values }))
}
