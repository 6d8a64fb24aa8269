import type { SubjectKind } from '@chorus/contracts/community'
import type { Office } from '@chorus/db/database'
import { findHidden } from '@chorus/db/stores/hidden-targets'
import type { KnownPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import { actionAsSubject } from './actions/action-as-subject.ts'
import { agreementAsSubject } from './agreements/agreement-as-subject.ts'
import { experimentAsSubject } from './experiments/experiment-as-subject.ts'
import { lessonAsSubject } from './lessons/lesson-as-subject.ts'
import { reachOf } from './reach.ts'
import { recognitionAsSubject } from './recognition/recognition-as-subject.ts'
import { postAsSubject } from './reflections/post-as-subject.ts'
import { sessionAsSubject } from './reflections/session-as-subject.ts'
import { reviewAsSubject } from './reviews/review-as-subject.ts'
import type { FindSubject, Subject } from './subject.ts'

/** A new kind is added here, with its reader. */
const finders: Readonly<Record<SubjectKind, FindSubject>> = {
  lesson: lessonAsSubject,
  review: reviewAsSubject,
  action: actionAsSubject,
  experiment: experimentAsSubject,
  session: sessionAsSubject,
  'session-post': postAsSubject,
  agreement: agreementAsSubject,
  recognition: recognitionAsSubject,
}

/**
 * @throws ProblemError unknown-subject, also for what is there and not for this reader; subject-hidden, with HR's reason, for all but its
 * author
 */
export async function readableSubject(
  office: Office,
  reader: KnownPerson,
  kind: SubjectKind,
  id: string,
): Promise<Subject> {
  const subject = await findSubject(office, reader.organisation, kind, id)
  if (!subject || subject.unshared || !(await mayRead(office, reader, subject)))
    throw new ProblemError('unknown-subject')
  const hidden = await hiddenFrom(office, reader, subject)
  if (hidden !== null) throw new ProblemError('subject-hidden', hidden.reason)
  return subject
}

/** The same without a refusal: null where there is nothing, or nothing for this reader. */
export async function subjectFor(
  office: Office,
  reader: KnownPerson,
  kind: SubjectKind,
  id: string,
): Promise<Subject | null> {
  const subject = await findSubject(office, reader.organisation, kind, id)
  if (!subject || !(await mayRead(office, reader, subject))) return null
  return (await hiddenFrom(office, reader, subject)) === null ? subject : null
}

/** Whoever asks, and hidden or not: for those who decide on it. */
export function findSubject(
  office: Office,
  organisation: string,
  kind: SubjectKind,
  id: string,
): Promise<Subject | null> {
  return finders[kind](office, organisation, id)
}

async function mayRead(
  office: Office,
  reader: KnownPerson,
  { audience, author, unit, about = [], withdrawn = false, mayRead: ownRule }: Subject,
): Promise<boolean> {
  if (ownRule) return ownRule(reader)
  if (author === reader.person.id) return true
  if (withdrawn) return false
  if (audience === 'organisation' || about.includes(reader.person.id)) return true
  return (await reachOf(office, reader)).reads(unit.id)
}

function hiddenFrom(office: Office, reader: KnownPerson, { organisation, kind, id, author }: Subject) {
  return author === reader.person.id ? null : findHidden(office, { organisation, kind, id })
}
