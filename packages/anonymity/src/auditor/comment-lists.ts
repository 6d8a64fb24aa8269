import type { Finding, FindingKind } from './finding.ts'

/** A scale's comments as they are to be released, with who may have written them. */
export type AuditedComments = {
  readonly scale: string
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  /** Units of which figures are shown. */
  readonly shownUnits: ReadonlySet<string>
  /** Unit -> its own people who handed in a ballot for these comments. */
  readonly answers: ReadonlyMap<string, number>
  /** Unit -> comments filed under it. */
  readonly written: ReadonlyMap<string, number>
  /** Unit -> the lowest unit with which comments filed under it are to be shown; none where they are not. */
  readonly placeOf: ReadonlyMap<string, string>
  /** The unit of each comment that is to be released. */
  readonly released: readonly string[]
}

/** So many comments at least stand together. */
const fewestTogether = 3

/**
 * Attacks lists of comments as a reader does who opens those of all units: whatever lists are added and subtracted, what is left is a
 * union of the comments of some places. So the authors of each place are gathered, unit by unit, and counted: as many people as the threshold
 * and three comments, or nobody. And what is to be released is what was written, at that place, once.
 */
export function auditCommentLists(comments: AuditedComments, threshold: number): Finding[] {
  const { scale, units, shownUnits, answers, written, placeOf, released } = comments
  const parentOf = new Map(units.map(({ id, parent }) => [id, parent]))
  const findings: Finding[] = []
  const found = (finding: FindingKind, unit: string) =>
    findings.push({ finding, unit, cut: {}, measure: scale })
  const possible = new Map<string, { people: number; comments: number }>()
  for (const { id, parent } of units) {
    const place = placeOf.get(id)
    // A unit that is no place of its own hands its comments to where those of the unit above are.
    if (place !== id && place !== (parent === null ? undefined : placeOf.get(parent)))
      found('inconsistent', id)
    if (place === undefined) continue
    if (!isAtOrAbove(place, id, parentOf)) found('inconsistent', id)
    const { people, comments } = possible.get(place) ?? { people: 0, comments: 0 }
    possible.set(place, {
      people: people + (answers.get(id) ?? 0),
      comments: comments + (written.get(id) ?? 0),
    })
  }
  const listed = new Map<string, number>()
  for (const unit of released) listed.set(unit, (listed.get(unit) ?? 0) + 1)
  for (const unit of new Set([...possible.keys(), ...listed.keys()])) {
    const authors = possible.get(unit) ?? { people: 0, comments: 0 }
    const shown = listed.get(unit) ?? 0
    if (shown !== authors.comments) found('inconsistent', unit)
    if (shown === 0) continue
    if (!shownUnits.has(unit)) found('metadata', unit)
    if (authors.people < threshold) found('small-group', unit)
    if (shown < fewestTogether) found('threshold', unit)
  }
  return findings
}

function isAtOrAbove(unit: string, below: string, parentOf: ReadonlyMap<string, string | null>): boolean {
  for (let at: string | null | undefined = below; at != null; at = parentOf.get(at))
    if (at === unit) return true
  return false
}
