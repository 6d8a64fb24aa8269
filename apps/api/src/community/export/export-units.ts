import { subjectKind } from '@chorus/contracts/community'
import { mentionedIn, withNames } from '@chorus/contracts/mention-text'
import type { Office } from '@chorus/db/database'
import { namesOf } from '@chorus/db/stores/colleagues'
import { findHiddenAmong } from '@chorus/db/stores/hidden-targets'
import { countReactions, listReplies } from '@chorus/db/stores/threads'
import type { KnownPerson } from '../../http/permission.ts'
import { subjectFor } from '../subjects.ts'
import { texts } from '../texts.ts'

/** In a file nobody's language is known: it says so in English, as its keys do. */
const left = 'somebody who has left'

/**
 * Everything of some units, null: of all, word for word, without what is hidden; people by today's name. What was said to something is in it
 * only where the reader may read that on its page, too: teams talk about some things among themselves.
 */
export async function exportUnits(office: Office, reader: KnownPerson, units: readonly string[] | null) {
  const { organisation } = reader
  const items = []
  for (const kind of subjectKind.options)
    for (const told of await texts[kind].inUnits(office, organisation, units)) {
      const subject = { organisation, kind, id: told.id }
      const isRead = (await subjectFor(office, reader, kind, told.id)) !== null
      const all = isRead ? await listReplies(office, subject) : []
      const hidden = await findHiddenAmong(
        office,
        { organisation, kind: 'reply' },
        all.map(({ id }) => id),
      )
      const replies = all.filter(({ id }) => !hidden.has(id))
      const mentioned = mentionedIn(...Object.values(told.words), ...replies.map(({ text }) => text))
      const people = told.author === null ? mentioned : [...mentioned, told.author]
      const names = await namesOf(office, organisation, people)
      const inWords = (text: string) => withNames(text, (person) => names.get(person) ?? left)
      const counted = isRead ? await countReactions(office, subject, null) : []
      items.push({
        kind,
        id: told.id,
        unit: told.unit.name,
        author: told.author === null ? null : (names.get(told.author) ?? null),
        at: told.at.toISOString(),
        content: {
          ...told.facts,
          ...Object.fromEntries(Object.entries(told.words).map(([part, text]) => [part, inWords(text)])),
        },
        reactions: Object.fromEntries(counted.map(({ reaction, count }) => [reaction, count])),
        replies: replies.map(({ authorName, at, text }) => ({
          author: authorName,
          at: at.toISOString(),
          text: inWords(text),
        })),
      })
    }
  return items
}
