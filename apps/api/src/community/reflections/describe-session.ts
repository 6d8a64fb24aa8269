import type { ReflectionEntry, ReflectionPost } from '@chorus/contracts/reflections'
import type { HiddenRow } from '@chorus/db/stores/hidden-targets'
import type { PostRow } from '@chorus/db/stores/reflection-posts'
import type { ReflectionRow } from '@chorus/db/stores/reflections'
import { hidingFor } from '../hiding.ts'
import type { TeamRights } from '../team-rights.ts'
import { stateOf } from './session-state.ts'

const dayMs = 24 * 3_600_000

export function describeSession(row: ReflectionRow, rights: TeamRights, now: Date) {
  const { id, unit, unitName, title, facilitator, facilitatorName, begun, quietUntil, everyWeeks } = row
  return {
    id,
    unit: { id: unit, name: unitName },
    title,
    facilitator: named(facilitator, facilitatorName),
    state: stateOf(row, now),
    begun: begun.toISOString(),
    quietUntil: quietUntil?.toISOString() ?? null,
    everyWeeks,
    nextOn: everyWeeks === null || !row.isLast ? null : dayAfter(begun, everyWeeks * 7),
    summary:
      row.summarised === null
        ? null
        : { heard: row.heard ?? '', doing: row.doing ?? '', on: dayAfter(row.summarised, 0) },
    takesPart: rights.belongs(unit),
  } satisfies Record<keyof ReflectionEntry, unknown>
}

/** The day on which the posts of a session are erased; null before there is a summary. */
export function postsUntil({ summarised, keepDays }: ReflectionRow): string | null {
  return summarised && dayAfter(summarised, keepDays)
}

/** @param reader the id of the person who reads it */
export function describePost(
  row: PostRow,
  reader: string,
  { hidden, redacted }: { hidden: HiddenRow | undefined; redacted: boolean },
) {
  const { id, prompt, author, authorName, text, changed, likes, liked, replies } = row
  const mine = author === reader
  return {
    id,
    prompt,
    author: named(author, authorName),
    text: hidden && !mine ? '' : text,
    hidden: hidingFor(hidden, mine),
    redacted,
    changed,
    mine,
    likes: { count: likes, mine: liked },
    replies,
  } satisfies Record<keyof ReflectionPost, unknown>
}

function named(person: string | null, name: string | null) {
  return person !== null && name !== null ? { person, name } : null
}

/** ISO day, UTC */
function dayAfter(moment: Date, days: number): string {
  return new Date(moment.getTime() + days * dayMs).toISOString().slice(0, 'yyyy-mm-dd'.length)
}
