import type { ActionCause } from '@chorus/contracts/actions'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { action } from '../schema/actions.ts'
import { type ActionRow, actionsWithNames } from './actions.ts'
import { isShown } from './targets.ts'

/** By the day that they are meant for, without what is hidden. @param units null: of all */
export async function listActionTexts(
  office: Office,
  organisation: string,
  units: readonly string[] | null,
): Promise<ActionRow[]> {
  return actionsWithNames(office)
    .where(
      and(
        eq(action.organisation, organisation),
        units === null ? undefined : inArray(action.unit, [...units]),
        isShown('action', organisation, action.id),
      ),
    )
    .orderBy(asc(action.due), asc(action.id))
}

/**
 * An owner whose name is blacked out is nobody of the roster any more: the name would stand there again.
 * @param cover gives words with what is to be black
 * @returns whether there was anything to black out
 */
export async function blackOutAction(
  office: Office,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  cover: (words: string) => string,
): Promise<boolean> {
  const thisAction = and(eq(action.organisation, organisation), eq(action.id, id))
  return office.transaction(async (tx) => {
    const [row] = await tx.select().from(action).where(thisAction).for('update')
    if (!row) return false
    const after = {
      title: cover(row.title),
      cause: row.cause && coveredCause(row.cause, cover),
      ownerName: cover(row.ownerName),
      notes: row.notes.map((note) => ({ ...note, text: cover(note.text) })),
    }
    const isSame =
      after.title === row.title &&
      after.ownerName === row.ownerName &&
      wordsOf(after.cause) === wordsOf(row.cause) &&
      after.notes.every(({ text }, place) => text === row.notes[place]?.text)
    if (isSame) return false
    const owner = after.ownerName === row.ownerName ? row.owner : null
    await tx
      .update(action)
      .set({ ...after, owner })
      .where(thisAction)
    return true
  })
}

function coveredCause(cause: ActionCause, cover: (words: string) => string): ActionCause {
  if (cause.kind === 'words') return { ...cause, text: cover(cause.text) }
  return 'title' in cause ? { ...cause, title: cover(cause.title) } : cause
}

function wordsOf(cause: ActionCause | null): string {
  if (cause?.kind === 'words') return cause.text
  return cause !== null && 'title' in cause ? cause.title : ''
}
