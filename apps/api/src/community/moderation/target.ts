import { subjectKind, type TargetKind } from '@chorus/contracts/community'
import type { Office } from '@chorus/db/database'
import { findReply, type TargetKey } from '@chorus/db/stores/targets'
import type { KnownPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { Subject } from '../subject.ts'
import { findSubject, readableSubject } from '../subjects.ts'
import { texts } from '../texts.ts'

/** What is reported, hidden or blacked out, with where it stands. */
export type Target = {
  readonly key: TargetKey
  /** For a reply, what it replies to. */
  readonly subject: Subject
  readonly author: string | null
  readonly texts: readonly string[]
}

/** Whoever asks: for those who decide. Null where it is gone. */
export async function findTarget(office: Office, key: TargetKey): Promise<Target | null> {
  const { organisation, kind, id } = key
  if (kind === 'reply') {
    const reply = await findReply(office, organisation, id)
    const subject =
      reply && (await findSubject(office, organisation, subjectKind.parse(reply.kind), reply.subject))
    return subject && { key, subject, author: reply.author, texts: [reply.text] }
  }
  const subject = await findSubject(office, organisation, kind, id)
  const told = subject && (subject.unshared ? null : await texts[kind].find(office, { organisation, id }))
  return (
    told && subject && { key, subject, author: told.author, texts: Object.values(told.words).filter(Boolean) }
  )
}

/** @throws ProblemError unknown-subject, subject-hidden, as where it is read */
export async function readableTarget(
  office: Office,
  reader: KnownPerson,
  kind: TargetKind,
  id: string,
): Promise<Target> {
  const target = await findTarget(office, { organisation: reader.organisation, kind, id })
  if (target === null) throw new ProblemError('unknown-subject')
  await readableSubject(office, reader, target.subject.kind, target.subject.id)
  return target
}
