import { mentionedIn } from '@chorus/contracts/mention-text'
import type { Office } from '@chorus/db/database'
import { namesOf } from '@chorus/db/stores/colleagues'
import { blackOutReply, noteRedaction } from '@chorus/db/stores/redactions'
import { texts } from '../texts.ts'
import { coverPassage } from './cover-passage.ts'
import type { Target } from './target.ts'

/**
 * Blacks out a passage in a text, for good and at every place. A name also goes where it stands as a mention.
 * @returns whether there was anything to black out
 */
export async function blackOut(office: Office, target: Target, passage: string, now: Date): Promise<boolean> {
  const { organisation, kind, id } = target.key
  const names = await namesOf(office, organisation, mentionedIn(...target.texts))
  const cover = (text: string) => coverPassage(text, passage, (person) => names.get(person))
  const key = { organisation, id }
  const found =
    kind === 'reply'
      ? await blackOutReply(office, key, cover)
      : await texts[kind].blackOut(office, key, cover)
  if (found) await noteRedaction(office, target.key, now)
  return found
}
