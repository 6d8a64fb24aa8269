import { and, asc, eq, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { type ScimCounts, scimToken } from '../schema/scim.ts'

export type { ScimCounts }

export type ScimTokenRow = {
  readonly id: string
  readonly name: string
  readonly endsAt: Date | null
  /** ISO date (UTC). */
  readonly lastUsedOn: string | null
  readonly work: ScimCounts | null
}

/** Changes of one token that the audit trail does not have yet. */
export type UnnotedWork = { readonly name: string; readonly counts: ScimCounts; readonly from: Date }

type Transaction = Pick<Office, 'select' | 'insert' | 'update' | 'delete' | 'execute'>

const nothing: ScimCounts = { joined: 0, left: 0, moved: 0, changed: 0, units: 0 }
const hourMilliseconds = 3_600_000
/** So long an identity provider may go on with the token before, until it was given the new one. */
const handOverMilliseconds = 24 * hourMilliseconds

export async function addScimToken(
  tx: Transaction,
  token: {
    readonly organisation: string
    readonly name: string
    readonly tokenHash: Buffer
    readonly id?: string
  },
): Promise<ScimTokenRow> {
  const [row] = await tx.insert(scimToken).values(token).returning(shown)
  if (!row) throw new Error('PostgreSQL returned no row for an insert')
  return row
}

/** By name; those that have ended are forgotten. */
export async function listScimTokens(
  office: Office,
  organisation: string,
  now: Date,
): Promise<ScimTokenRow[]> {
  const rows = await office
    .select(shown)
    .from(scimToken)
    .where(eq(scimToken.organisation, organisation))
    .orderBy(asc(scimToken.name), asc(scimToken.id))
  return rows.filter(({ endsAt }) => endsAt === null || endsAt > now)
}

/** @returns its name; null when there is none of this id that goes on */
export async function endScimToken(
  tx: Transaction,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  endsAt: Date,
): Promise<string | null> {
  const [row] = await tx
    .update(scimToken)
    .set({ endsAt })
    .where(
      and(
        eq(scimToken.organisation, organisation),
        eq(scimToken.id, id),
        sql`(${scimToken.endsAt} IS NULL OR ${scimToken.endsAt} > ${endsAt})`,
      ),
    )
    .returning({ name: scimToken.name })
  return row?.name ?? null
}

/** As `endScimToken`, when an identity provider has had time to be given the new one. */
export function handOverScimToken(
  tx: Transaction,
  token: { readonly organisation: string; readonly id: string },
  now: Date,
): Promise<string | null> {
  return endScimToken(tx, token, new Date(now.getTime() + handOverMilliseconds))
}

/** The token with this hash, unless it has ended; notes the day of the request. */
export async function useScimToken(
  office: Office,
  tokenHash: Buffer,
  now: Date,
): Promise<{ organisation: string; id: string; name: string } | null> {
  const [row] = await office.select().from(scimToken).where(eq(scimToken.tokenHash, tokenHash))
  if (!row || (row.endsAt !== null && row.endsAt <= now)) return null
  const { organisation, id, name } = row
  const lastUsedOn = now.toISOString().slice(0, 10)
  if (row.lastUsedOn !== lastUsedOn)
    await office
      .update(scimToken)
      .set({ lastUsedOn })
      .where(and(eq(scimToken.organisation, organisation), eq(scimToken.id, id)))
  return { organisation, id, name }
}

/** Adds to what the token did in this hour. @returns what it did before, if the audit trail does not have that yet */
export async function addScimWork(
  tx: Transaction,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  done: Partial<ScimCounts>,
  now: Date,
): Promise<UnnotedWork | null> {
  const key = and(eq(scimToken.organisation, organisation), eq(scimToken.id, id))
  const [row] = await tx.select().from(scimToken).where(key).for('update')
  if (!row) return null
  const { name, work, workFrom, workNoted } = row
  const goesOn =
    !workNoted && workFrom !== null && now.getTime() - workFrom.getTime() < hourMilliseconds ? work : null
  await tx
    .update(scimToken)
    .set({
      work: sum(goesOn ?? nothing, done),
      workFrom: goesOn === null ? now : workFrom,
      workNoted: false,
    })
    .where(key)
  return goesOn === null && !workNoted && work !== null && workFrom !== null
    ? { name, counts: work, from: workFrom }
    : null
}

/** All work that the audit trail does not have yet; from now on it counts as noted. */
export async function takeScimWork(tx: Transaction, organisation: string): Promise<UnnotedWork[]> {
  const rows = await tx
    .update(scimToken)
    .set({ workNoted: true })
    .where(and(eq(scimToken.organisation, organisation), eq(scimToken.workNoted, false)))
    .returning({ name: scimToken.name, counts: scimToken.work, from: scimToken.workFrom })
  return rows.flatMap(({ name, counts, from }) => (counts && from ? [{ name, counts, from }] : []))
}

function sum(one: ScimCounts, other: Partial<ScimCounts>): ScimCounts {
  return {
    joined: one.joined + (other.joined ?? 0),
    left: one.left + (other.left ?? 0),
    moved: one.moved + (other.moved ?? 0),
    changed: one.changed + (other.changed ?? 0),
    units: one.units + (other.units ?? 0),
  }
}

const shown = {
  id: scimToken.id,
  name: scimToken.name,
  endsAt: scimToken.endsAt,
  lastUsedOn: scimToken.lastUsedOn,
  work: scimToken.work,
}
