import type { Written } from '@chorus/contracts/commons'
import { subjectKind, type TargetKind } from '@chorus/contracts/community'
import type { Office } from '@chorus/db/database'
import { findHiddenAmong } from '@chorus/db/stores/hidden-targets'
import { listReactionsBy, listRepliesBy } from '@chorus/db/stores/threads'
import type { SignedIn } from '../../http/permission.ts'
import { subjectFor } from '../subjects.ts'
import { texts } from '../texts.ts'

type Text = Omit<Written['texts'][number], 'hidden'>

/** Everything that somebody wrote, hidden or not, newest first. */
export async function textsBy(office: Office, reader: SignedIn): Promise<Written['texts']> {
  const all = [...(await subjectsBy(office, reader)), ...(await repliesBy(office, reader))]
  const hidden = await hiddenAmong(office, reader.organisation, all)
  return all
    .map((text) => {
      const found = hidden.get(text.kind)?.get(text.id)
      return { ...text, hidden: found ? { reason: found.reason, appeal: found.appeal } : null }
    })
    .sort((a, b) => b.at.localeCompare(a.at))
}

/** What somebody found useful, gave thanks for, or knows too. */
export async function reactionsBy(office: Office, reader: SignedIn): Promise<Written['reactions']> {
  const found = []
  for (const { kind, subject, reaction } of await listReactionsBy(office, ownerOf(reader)))
    found.push({ subject: await named(office, reader, kind, subject), reaction })
  return found
}

async function subjectsBy(office: Office, reader: SignedIn): Promise<Text[]> {
  const found: Text[] = []
  for (const kind of subjectKind.options)
    for (const { id, title, words, at } of await texts[kind].by(office, ownerOf(reader)))
      found.push({
        kind,
        id,
        subject: { kind, id, title },
        texts: Object.values(words).filter((text) => text !== ''),
        at: at.toISOString(),
      })
  return found
}

async function repliesBy(office: Office, reader: SignedIn): Promise<Text[]> {
  const found: Text[] = []
  for (const { id, kind, subject, text, at } of await listRepliesBy(office, ownerOf(reader)))
    found.push({
      kind: 'reply',
      id,
      subject: await named(office, reader, kind, subject),
      texts: [text],
      at: at.toISOString(),
    })
  return found
}

async function hiddenAmong(office: Office, organisation: string, all: readonly Text[]) {
  const found = new Map<TargetKind, Awaited<ReturnType<typeof findHiddenAmong>>>()
  for (const kind of new Set(all.map((text) => text.kind))) {
    const ids = all.filter((text) => text.kind === kind).map(({ id }) => id)
    found.set(kind, await findHiddenAmong(office, { organisation, kind }, ids))
  }
  return found
}

/** Null where it is gone, or no longer for the reader. */
async function named(office: Office, reader: SignedIn, kind: string, id: string): Promise<Text['subject']> {
  const subject = await subjectFor(office, reader, subjectKind.parse(kind), id)
  return subject && { kind: subject.kind, id: subject.id, title: subject.title }
}

function ownerOf({ organisation, person }: SignedIn) {
  return { organisation, person: person.id }
}
