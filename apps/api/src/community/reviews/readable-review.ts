import type { Office } from '@chorus/db/database'
import { findHidden } from '@chorus/db/stores/hidden-targets'
import { findReview, type ReviewRow } from '@chorus/db/stores/reviews'
import type { KnownPerson, SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import { reachOf } from '../reach.ts'

/**
 * @throws ProblemError unknown-subject, also for what is there and not for this reader; subject-hidden, with HR's reason, for all but those
 * who take part and can mend it
 */
export async function readableReview(office: Office, reader: SignedIn, id: string): Promise<ReviewRow> {
  const row = await findReview(office, { organisation: reader.organisation, id }, reader.person.id)
  if (!row || !(await mayRead(office, reader, row))) throw new ProblemError('unknown-subject')
  const hidden = row.takesPart ? null : await findHidden(office, { ...keyOf(row), kind: 'review' })
  if (hidden !== null) throw new ProblemError('subject-hidden', hidden.reason)
  return row
}

/** @throws ProblemError unknown-subject, not-allowed */
export async function writableReview(office: Office, reader: SignedIn, id: string): Promise<ReviewRow> {
  const row = await readableReview(office, reader, id)
  if (!row.takesPart) throw new ProblemError('not-allowed')
  return row
}

/** @throws ProblemError unknown-subject, not-allowed */
export async function movableReview(office: Office, reader: SignedIn, id: string): Promise<ReviewRow> {
  const row = await readableReview(office, reader, id)
  if (!mayMove(reader, row)) throw new ProblemError('not-allowed')
  return row
}

/** Who leads it; where nobody does any more, whoever opened it. A person's id. */
export function leadOf({ facilitator, facilitatorName, openedBy }: ReviewRow): string | null {
  return facilitatorName === null ? openedBy : facilitator
}

/** Who leads a review moves it on. */
export function mayMove({ person }: SignedIn, row: ReviewRow): boolean {
  return leadOf(row) === person.id
}

/** Whoever opened it deletes it while it is a draft: later on it is the work of several. */
export function mayTakeBack({ person }: SignedIn, { openedBy, state }: ReviewRow): boolean {
  return openedBy === person.id && state === 'draft'
}

/** Whether it is for this reader, hidden or not. `row` says whether they take part. */
export async function mayRead(office: Office, reader: KnownPerson, row: ReviewRow): Promise<boolean> {
  if (row.takesPart) return true
  if (row.state === 'draft') return false
  if (row.state === 'shared' && row.audience === 'organisation') return true
  return (await reachOf(office, reader)).reads(row.unit)
}

function keyOf({ organisation, id }: ReviewRow) {
  return { organisation, id }
}
