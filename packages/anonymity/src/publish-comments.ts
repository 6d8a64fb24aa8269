import { err, ok, type Result } from '@chorus/basics/result'
import type { Policy } from '@chorus/contracts/policy'
import type { Cell, ReleasedComment } from '@chorus/contracts/publish'
import { auditCommentLists } from './auditor/comment-lists.ts'
import { thresholdsOf } from './policy.ts'
import type { ReleaseRefused } from './publish.ts'
import { placeComments } from './rules/comment-protection.ts'
import { treeOf } from './tree.ts'

/** A comment; whatever else belongs to it stays with it. */
type WrittenComment = { readonly unit: string; readonly text: string }

/** The comments of a closed wave on one scale, with how many people may have written them. */
export type WrittenComments<Written extends WrittenComment = WrittenComment> = {
  readonly scale: string
  /** People of a unit itself who handed in a ballot for these comments, with a comment or without. */
  readonly answers: readonly { readonly unit: string; readonly answers: number }[]
  readonly comments: readonly Written[]
}

export type CommentsInput<Written extends WrittenComment = WrittenComment> = {
  /** The tree in which the wave was answered. */
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  /** The cells of the wave's release. */
  readonly cells: readonly Cell[]
  readonly written: readonly WrittenComments<Written>[]
  readonly policy: Policy
}

/**
 * Gives every comment its place, or none. Places are chosen from head counts and numbers of comments alone, scale by
 * scale, and each scale's lists are attacked before any of them leaves. What has no place is not in the result.
 */
export function publishComments<Written extends WrittenComment>({
  units,
  cells,
  written,
  policy,
}: CommentsInput<Written>): Result<(Written & ReleasedComment)[], ReleaseRefused> {
  const tree = treeOf(units)
  const threshold = thresholdsOf(policy).comments
  const shownUnits = new Set(
    cells
      .filter(({ status, cut }) => status === 'published' && Object.keys(cut).length === 0)
      .map(({ unit }) => unit),
  )
  const allowed = Uint8Array.from(tree.ids, (id) => (shownUnits.has(id) ? 1 : 0))
  const released: (Written & ReleasedComment)[] = []
  for (const { scale, answers, comments } of written) {
    const answersOf = new Map<string, number>()
    for (const group of answers) answersOf.set(group.unit, (answersOf.get(group.unit) ?? 0) + group.answers)
    const writtenIn = new Map<string, number>()
    for (const { unit } of comments) writtenIn.set(unit, (writtenIn.get(unit) ?? 0) + 1)
    const places = placeComments(
      tree,
      Uint32Array.from(tree.ids, (id) => answersOf.get(id) ?? 0),
      Uint32Array.from(tree.ids, (id) => writtenIn.get(id) ?? 0),
      threshold,
      allowed,
    )
    const placeOf = new Map(
      tree.ids.flatMap((id, unit): [string, string][] => {
        const place = tree.ids[places[unit] ?? -1]
        return place === undefined ? [] : [[id, place]]
      }),
    )
    const placed = comments.flatMap((comment) => {
      const place = placeOf.get(comment.unit)
      return place === undefined ? [] : [{ ...comment, unit: place, scale }]
    })
    const findings = auditCommentLists(
      {
        scale,
        units,
        shownUnits,
        answers: answersOf,
        written: writtenIn,
        placeOf,
        released: placed.map(({ unit }) => unit),
      },
      threshold,
    )
    if (findings.length > 0) return err({ code: 'release-refused', findings })
    released.push(...placed)
  }
  return ok(released)
}
