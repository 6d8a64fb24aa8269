import type { SubjectKind } from '@chorus/contracts/community'
import type { Office } from '@chorus/db/database'
import type { SignedIn } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import { lessonAsSubject } from './lessons/lesson-as-subject.ts'
import { reachOf } from './reach.ts'
import type { FindSubject, Subject } from './subject.ts'

/** A new kind is added here, with its reader. */
const finders: Readonly<Record<SubjectKind, FindSubject>> = { lesson: lessonAsSubject }

/** @throws ProblemError unknown-subject, also for what is there and not for this reader */
export async function readableSubject(
  office: Office,
  reader: SignedIn,
  kind: SubjectKind,
  id: string,
): Promise<Subject> {
  const subject = await finders[kind](office, reader.organisation, id)
  if (!subject || !(await mayRead(office, reader, subject))) throw new ProblemError('unknown-subject')
  return subject
}

async function mayRead(
  office: Office,
  reader: SignedIn,
  { audience, author, unit }: Subject,
): Promise<boolean> {
  if (audience === 'organisation' || author === reader.person.id) return true
  return (await reachOf(office, reader)).reads(unit.id)
}
