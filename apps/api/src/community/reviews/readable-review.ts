import type { Office } from '@chorus/db/database'
import { findReview, type ReviewRow } from '@chorus/db/stores/reviews'
import type { SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import { reachOf } from '../reach.ts'

/** @throws ProblemError unknown-subject, also for what is there and not for this reader */
export async function readableReview(office: Office, reader: SignedIn, id: string): Promise<ReviewRow> {
  const row = await findReview(office, { organisation: reader.organisation, id }, reader.person.id)
  if (!row || !(await mayRead(office, reader, row))) throw new ProblemError('unknown-subject')
  return row
}

/** @throws ProblemError unknown-subject, not-allowed */
export async function writableReview(office: Office, reader: SignedIn, id: string): Promise<ReviewRow> {
  const row = await readableReview(office, reader, id)
  if (!row.takesPart) throw new ProblemError('not-allowed')
  return row
}

/** Who leads a review moves it on; where nobody does any more, whoever opened it. */
export function mayMove({ person }: SignedIn, row: ReviewRow): boolean {
  return (row.facilitatorName === null ? row.openedBy : row.facilitator) === person.id
}

async function mayRead(office: Office, reader: SignedIn, row: ReviewRow): Promise<boolean> {
  if (row.takesPart) return true
  if (row.state === 'draft') return false
  if (row.state === 'shared' && row.audience === 'organisation') return true
  return (await reachOf(office, reader)).reads(row.unit)
}
