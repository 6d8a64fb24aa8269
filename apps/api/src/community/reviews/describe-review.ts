import { present } from '@chorus/basics/assert'
import type { Action } from '@chorus/contracts/actions'
import {
  type Review,
  type ReviewBrief,
  type ReviewPart,
  type ReviewParts,
  reviewParts,
} from '@chorus/contracts/reviews'
import type { ActionRow } from '@chorus/db/stores/actions'
import type { KeptPart } from '@chorus/db/stores/review-parts'
import type { ReviewRow } from '@chorus/db/stores/reviews'
import { describeAction, inOrder } from '../actions/describe-action.ts'

/** @param today ISO day, UTC */
export function describeBrief(row: ReviewRow, today: string) {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    unit: { id: row.unit, name: row.unitName },
    facilitator: named(row.facilitator, row.facilitatorName),
    due: row.due,
    overdue: isOverdue(row, today),
    takesPart: row.takesPart,
  } satisfies Record<keyof ReviewBrief, unknown>
}

/** Everything of a review that its page shows. */
export function describeReview(
  row: ReviewRow,
  held: {
    readonly parts: readonly KeptPart[]
    readonly participants: readonly { readonly id: string; readonly name: string }[]
    readonly actions: readonly ActionRow[]
    /** Which of the learning moments that were made of it are still there. */
    readonly moments: ReadonlySet<string>
    /** What the reader may do with one of them. */
    readonly mayDo: (action: ActionRow) => Action['may']
  },
  may: Review['may'],
  today: string,
) {
  return {
    id: row.id,
    state: row.state,
    unit: { id: row.unit, name: row.unitName },
    openedBy: named(row.openedBy, row.openedByName),
    facilitator: named(row.facilitator, row.facilitatorName),
    participants: held.participants.map(({ id, name }) => ({ person: id, name })),
    opened: row.opened.toISOString(),
    shared: row.shared?.toISOString() ?? null,
    overdue: isOverdue(row, today),
    parts: withoutGone(partsOf(held.parts), held.moments),
    revisions: Object.fromEntries(held.parts.map(({ part, revision }) => [part, revision])),
    actions: inOrder(held.actions).map((action) => describeAction(action, today, held.mayDo(action))),
    may,
  } satisfies Record<keyof Review, unknown>
}

export function partsOf(kept: readonly KeptPart[]): ReviewParts {
  return reviewParts.parse(Object.fromEntries(kept.map(({ part, content }) => [part, content])))
}

/** Without links to learning moments that were taken back. */
export function withoutGone(parts: ReviewParts, moments: ReadonlySet<string>): ReviewParts {
  const lessons = parts.lessons.lessons.map(({ text, lesson }) => ({
    text,
    lesson: lesson !== null && moments.has(lesson) ? lesson : null,
  }))
  return { ...parts, lessons: { lessons } }
}

export function revisionOf(kept: readonly KeptPart[], part: ReviewPart): number {
  return present(
    kept.find((one) => one.part === part),
    `the part ${part} of a review`,
  ).revision
}

function named(person: string | null, name: string | null) {
  return person !== null && name !== null ? { person, name } : null
}

function isOverdue({ state, due }: ReviewRow, today: string): boolean {
  return state !== 'shared' && due < today
}
