import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { hiddenTarget } from '../schema/commons.ts'
import { person } from '../schema/organisation.ts'
import type { TargetKey } from './targets.ts'

export type HiddenRow = typeof hiddenTarget.$inferSelect

export async function findHidden(office: Pick<Office, 'select'>, key: TargetKey): Promise<HiddenRow | null> {
  const [row] = await office.select().from(hiddenTarget).where(ofTarget(key))
  return row ?? null
}

/** Those of several targets of one kind that are hidden, by id. */
export async function findHiddenAmong(
  office: Office,
  { organisation, kind }: Pick<TargetKey, 'organisation' | 'kind'>,
  ids: readonly string[],
): Promise<Map<string, HiddenRow>> {
  if (ids.length === 0) return new Map()
  const rows = await office
    .select()
    .from(hiddenTarget)
    .where(
      and(
        eq(hiddenTarget.organisation, organisation),
        eq(hiddenTarget.kind, kind),
        inArray(hiddenTarget.target, [...ids]),
      ),
    )
  return new Map(rows.map((row) => [row.target, row]))
}

/** All that is hidden, with who hid it by today's name. */
export async function listHidden(
  office: Office,
  organisation: string,
): Promise<(HiddenRow & { readonly byName: string | null })[]> {
  const rows = await office
    .select({ hidden: hiddenTarget, byName: person.name })
    .from(hiddenTarget)
    .leftJoin(
      person,
      and(
        eq(person.organisation, hiddenTarget.organisation),
        eq(person.id, hiddenTarget.by),
        isNull(person.eraseOn),
      ),
    )
    .where(eq(hiddenTarget.organisation, organisation))
  return rows.map(({ hidden, byName }) => ({ ...hidden, byName }))
}

/** @returns whether it was shown until now: what is hidden stays as it was hidden first */
export async function hideTarget(
  office: Pick<Office, 'insert'>,
  { organisation, kind, id }: TargetKey,
  hiding: { readonly reason: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await office
    .insert(hiddenTarget)
    .values({ organisation, kind, target: id, ...hiding, state: 'hidden' })
    .onConflictDoNothing()
  return (rowCount ?? 0) > 0
}

/** @returns whether it was hidden */
export async function showTarget(office: Pick<Office, 'delete'>, key: TargetKey): Promise<boolean> {
  const { rowCount } = await office.delete(hiddenTarget).where(ofTarget(key))
  return (rowCount ?? 0) > 0
}

/** @returns whether it was hidden and not appealed against */
export async function appealHidden(office: Office, key: TargetKey, words: string): Promise<boolean> {
  const { rowCount } = await office
    .update(hiddenTarget)
    .set({ appeal: words, state: 'appealed' })
    .where(and(ofTarget(key), eq(hiddenTarget.state, 'hidden')))
  return (rowCount ?? 0) > 0
}

/** @returns whether an appeal waited */
export async function declineAppeal(office: Pick<Office, 'update'>, key: TargetKey): Promise<boolean> {
  const { rowCount } = await office
    .update(hiddenTarget)
    .set({ state: 'stays hidden' })
    .where(and(ofTarget(key), eq(hiddenTarget.state, 'appealed')))
  return (rowCount ?? 0) > 0
}

function ofTarget({ organisation, kind, id }: TargetKey) {
  return and(
    eq(hiddenTarget.organisation, organisation),
    eq(hiddenTarget.kind, kind),
    eq(hiddenTarget.target, id),
  )
}
