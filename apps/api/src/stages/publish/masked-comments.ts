import { nameMasker } from '@chorus/anonymity/names/mask-names'
import type { ReleasedUnit } from '@chorus/contracts/publish'
import type { Office } from '@chorus/db/database'
import { listRosterNames } from '@chorus/db/stores/roster-names'

/**
 * Released comments with a mark in the place of every name of the roster as it is today. The office reads the names and this process holds
 * them for a moment: the role that reads sealed comments stays without a right to names.
 */
export async function maskedComments<Comment extends { readonly text: string }>(
  office: Office,
  organisation: string,
  units: readonly ReleasedUnit[],
  comments: readonly Comment[],
): Promise<Comment[]> {
  if (comments.length === 0) return []
  const mask = nameMasker(
    await listRosterNames(office, organisation),
    units.map(({ name }) => name),
  )
  return comments.map((comment) => ({ ...comment, text: mask(comment.text) }))
}
