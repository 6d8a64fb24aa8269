import { randomUUID } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { organisation } from '../schema/organisation.ts'
import { pendingImport } from '../schema/people.ts'

export type PendingImport = typeof pendingImport.$inferSelect
/** The same without its files, which may be long. */
export type WaitingUpload = Pick<PendingImport, 'organisation' | 'id' | 'columns'>

/** Keeps uploaded files until they are confirmed; those that waited go. @returns their id */
export async function keepUpload(
  office: Office,
  organisationId: string,
  files: { readonly people: Buffer; readonly units: Buffer | null },
  eraseAt: Date,
): Promise<string> {
  const kept = { id: randomUUID(), eraseAt, ...files, columns: null }
  await office
    .insert(pendingImport)
    .values({ organisation: organisationId, ...kept })
    .onConflictDoUpdate({ target: pendingImport.organisation, set: kept })
  return kept.id
}

/** Null when nothing waits any more. */
export async function findPendingImport(
  office: Office,
  organisationId: string,
  now: Date,
): Promise<PendingImport | null> {
  const [row] = await office
    .select()
    .from(pendingImport)
    .where(and(eq(pendingImport.organisation, organisationId), gt(pendingImport.eraseAt, now)))
  return row ?? null
}

export async function findWaitingUpload(
  office: Office,
  organisationId: string,
  now: Date,
): Promise<WaitingUpload | null> {
  const { organisation, id, columns } = pendingImport
  const [row] = await office
    .select({ organisation, id, columns })
    .from(pendingImport)
    .where(and(eq(pendingImport.organisation, organisationId), gt(pendingImport.eraseAt, now)))
  return row ?? null
}

/** What the columns of a file mean, remembered for the organisation's next one. @param where the upload too that waits with them, if any */
export async function keepColumns(
  office: Office,
  { organisation: organisationId, id }: { readonly organisation: string; readonly id?: string },
  columns: readonly { readonly header: string; readonly meaning: string }[],
): Promise<void> {
  await office.transaction(async (tx) => {
    if (id !== undefined)
      await tx
        .update(pendingImport)
        .set({ columns: columns.map(({ meaning }) => meaning) })
        .where(and(eq(pendingImport.organisation, organisationId), eq(pendingImport.id, id)))
    await tx
      .update(organisation)
      .set({ importColumns: Object.fromEntries(columns.map(({ header, meaning }) => [header, meaning])) })
      .where(eq(organisation.id, organisationId))
  })
}

/** What the columns of the last file meant, by header. */
export async function rememberedColumns(
  office: Office,
  organisationId: string,
): Promise<Readonly<Record<string, string>>> {
  const [row] = await office
    .select({ columns: organisation.importColumns })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  return row?.columns ?? {}
}

/** One that took its place meanwhile stays. */
export async function dropPendingImport(
  office: Office,
  { organisation, id }: Pick<PendingImport, 'organisation' | 'id'>,
): Promise<void> {
  await office
    .delete(pendingImport)
    .where(and(eq(pendingImport.organisation, organisation), eq(pendingImport.id, id)))
}
