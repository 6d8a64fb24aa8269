import type { UnitChange } from '@chorus/contracts/organisation-import'

export type ChangeKind = 'merged' | 'split' | 'new-id' | 'renamed' | 'closed'

/** What somebody says of units, as far as it is filled in; units by their ids. */
export type ChangeDraft = {
  readonly kind: ChangeKind
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** A change as somebody may say it otherwise; null where the file leaves nothing to say: another name or place of the same unit. */
export function draftOf({ kind, from, to }: UnitChange): ChangeDraft | null {
  const ids = { from: from.map(({ id }) => id), to: to.map(({ id }) => id) }
  if (kind === 'moved') return null
  if (kind === 'renamed') return ids.from[0] === ids.to[0] ? null : { kind: 'new-id', ...ids }
  return { kind, ...ids }
}

/** A unit under a new id is one that was renamed, to the server. */
export function kindOf(draft: ChangeDraft): Exclude<UnitChange['kind'], 'moved'> {
  return draft.kind === 'new-id' ? 'renamed' : draft.kind
}

/** Whether as many units are chosen as the kind needs. */
export function isComplete({ kind, from, to }: ChangeDraft): boolean {
  if (kind === 'merged') return from.length > 1 && to.length === 1
  if (kind === 'split') return from.length === 1 && to.length > 1
  if (kind === 'closed') return from.length === 1
  if (kind === 'renamed') return from.length === 1
  return from.length === 1 && to.length === 1 && from[0] !== to[0]
}

/** The same units as far as the other kind has room for them. */
export function withKind({ from, to }: ChangeDraft, kind: ChangeKind): ChangeDraft {
  const takesMany = { from: kind === 'merged', to: kind === 'split' }
  const hasNone = kind === 'closed' || kind === 'renamed'
  return {
    kind,
    from: takesMany.from ? from : from.slice(0, 1),
    to: hasNone ? [] : takesMany.to ? to : to.slice(0, 1),
  }
}
