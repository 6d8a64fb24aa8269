import { addToMoments, type Moments, mergeMoments, noMoments, type Sample, sampleOf } from './moments.ts'

/** Sums of every group's values: all that ICC, design effect and shrinkage need, in one pass. */
export type GroupMoments = Map<string, Moments>

/**
 * Adds one value to its group, in place.
 * @param fromOrigin distance of the value from an origin near it, the same for all
 * @example addToGroupMoments(new Map(), 'red', 2).get('red').sum // 2
 */
export function addToGroupMoments(groups: GroupMoments, group: string, fromOrigin: number): GroupMoments {
  return groups.set(group, addToMoments(groups.get(group) ?? noMoments, fromOrigin))
}

/**
 * The groups of several parts together; a group that occurs in two parts is one.
 * @example mergeGroupMoments([addToGroupMoments(new Map(), 'red', 2), addToGroupMoments(new Map(), 'red', 3)]).get('red').n // 2
 */
export function mergeGroupMoments(parts: readonly GroupMoments[]): GroupMoments {
  const merged: GroupMoments = new Map()
  for (const part of parts)
    for (const [group, moments] of part)
      merged.set(group, mergeMoments(merged.get(group) ?? noMoments, moments))
  return merged
}

/**
 * Number, mean and spread of every group, in the order in which groups first came.
 * @param scale as of `sampleOf`
 * @example samplesOf(addToGroupMoments(new Map(), 'red', 2), { origin: 1 })[0].mean // 3
 */
export function samplesOf(groups: GroupMoments, scale: { origin?: number; divisor?: number } = {}): Sample[] {
  return [...groups.values()].flatMap((moments) => sampleOf(moments, scale) ?? [])
}
