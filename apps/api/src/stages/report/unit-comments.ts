import { thresholdsOf } from '@chorus/anonymity/policy'
import type { ReleasedUnit } from '@chorus/contracts/publish'
import type { UnitComments } from '@chorus/contracts/report'
import type { listComments, ReleaseHeader } from '@chorus/db/stores/releases'
import { commentThemes } from '@chorus/reporting/themes/comment-themes'

/** The unit and all below it: whose comments may be read in it. */
export function unitsBelow(unit: string, units: readonly ReleasedUnit[]): string[] {
  const children = new Map<string | null, string[]>()
  for (const { id, parent } of units) {
    const siblings = children.get(parent)
    if (siblings) siblings.push(id)
    else children.set(parent, [id])
  }
  const below = [unit]
  for (const one of below) below.push(...(children.get(one) ?? []))
  return below
}

/**
 * Released comments under their scales, as they are, with the themes that their words touch.
 * @param comments of the unit and below, in the order in which everybody reads them
 */
export function unitComments(
  unit: { readonly id: string; readonly name: string },
  { wave, label, policy, instrument }: ReleaseHeader,
  comments: Awaited<ReturnType<typeof listComments>>,
): Omit<UnitComments, 'unit'> & { unit: { id: string; name: string } } {
  const scales = policy.comments === true ? instrument.scales : []
  return {
    unit: { id: unit.id, name: unit.name },
    wave: { id: wave, label },
    threshold: thresholdsOf(policy).comments,
    scales: scales.map(({ id, name }) => ({
      id,
      name,
      comments: comments
        .filter(({ scale }) => scale === id)
        .map(({ id: comment, text, answerable }) => ({
          id: comment,
          text,
          answerable,
          themes: commentThemes(text),
        })),
    })),
  }
}
