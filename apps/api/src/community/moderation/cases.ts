import type { ModerationCase } from '@chorus/contracts/commons'
import { targetKind } from '@chorus/contracts/community'
import { personId, unitId } from '@chorus/contracts/ids'
import type { Office } from '@chorus/db/database'
import { namesOf } from '@chorus/db/stores/colleagues'
import { listHidden } from '@chorus/db/stores/hidden-targets'
import { redactedAmong } from '@chorus/db/stores/redactions'
import { hasOtherHrOfWhole } from '@chorus/db/stores/roles'
import { listOpenReports } from '@chorus/db/stores/target-reports'
import type { SignedIn } from '../../http/permission.ts'
import { mayDecide } from './may-decide.ts'
import { findTarget } from './target.ts'

/** What was reported and not decided on, and what is hidden: appeals first, then by how often it was reported. */
export async function listCases(office: Office, reader: SignedIn): Promise<ModerationCase[]> {
  const { organisation } = reader
  const reports = await listOpenReports(office, organisation)
  const hidden = await listHidden(office, organisation)
  const places = new Map(
    [...hidden, ...reports].map(({ kind, target }) => [`${kind} ${target}`, { kind, target }]),
  )
  const hasOthers = await hasOtherHrOfWhole(office, organisation, reader.person.id)
  const cases: ModerationCase[] = []
  for (const place of places.values()) {
    const key = { organisation, kind: targetKind.parse(place.kind), id: place.target }
    const target = await findTarget(office, key)
    if (target === null) continue
    const { subject, author } = target
    const isThis = (one: { kind: string; target: string }) =>
      one.kind === place.kind && one.target === place.target
    const hiding = hidden.find(isThis)
    const name = author === null ? undefined : (await namesOf(office, organisation, [author])).get(author)
    cases.push({
      kind: key.kind,
      id: key.id,
      subject: { kind: subject.kind, id: subject.id, title: subject.title },
      author: author === null || name === undefined ? null : { person: personId.parse(author), name },
      texts: [...target.texts],
      unit: { id: subject.unit.id === null ? null : unitId.parse(subject.unit.id), name: subject.unit.name },
      reports: reports.filter(isThis).map(({ reason, words }) => ({ reason, words })),
      hidden: hiding
        ? {
            reason: hiding.reason,
            by: hiding.byName,
            appeal: hiding.appeal,
            waits: hiding.state === 'appealed',
          }
        : null,
      redacted: (await redactedAmong(office, key, [key.id])).has(key.id),
      mine: author === reader.person.id,
      mayDecide: mayDecide({ author, hidden: hiding ?? null }, { person: reader.person.id, hasOthers }),
    })
  }
  return cases.sort(
    (a, b) =>
      Number(b.hidden?.waits ?? false) - Number(a.hidden?.waits ?? false) ||
      b.reports.length - a.reports.length,
  )
}

/** On how many of them somebody waits for what the reader may decide. */
export async function countWaiting(office: Office, reader: SignedIn): Promise<number> {
  const cases = await listCases(office, reader)
  return cases.filter(
    ({ reports, hidden, mayDecide: may }) =>
      may.includes('keep hidden') || (hidden === null && reports.length > 0 && may.length > 0),
  ).length
}
