import type { Instrument } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { Rhythm } from '@chorus/contracts/rhythm'
import type { Rotation } from '@chorus/contracts/rotation'
import { and, asc, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { programme } from '../schema/collect.ts'

export type ProgrammeRow = typeof programme.$inferSelect

export async function createProgramme(
  office: Office,
  organisationId: string,
  details: { name: string; instrument: Instrument; policy: Policy },
): Promise<ProgrammeRow> {
  const [row] = await office
    .insert(programme)
    .values({ organisation: organisationId, ...details })
    .returning()
  if (!row) throw new Error('PostgreSQL returned no row for an insert')
  return row
}

export async function listProgrammes(office: Office, organisationId: string): Promise<ProgrammeRow[]> {
  return office
    .select()
    .from(programme)
    .where(eq(programme.organisation, organisationId))
    .orderBy(asc(programme.name), asc(programme.id))
}

export async function findProgramme(
  office: Office,
  organisationId: string,
  programmeId: string,
): Promise<ProgrammeRow | null> {
  const [row] = await office
    .select()
    .from(programme)
    .where(and(eq(programme.organisation, organisationId), eq(programme.id, programmeId)))
  return row ?? null
}

/**
 * @param rhythm null: its waves are opened by hand from now on
 * @param rotation left out, it stays
 */
export async function setRhythm(
  office: Office,
  organisationId: string,
  programmeId: string,
  rhythm: Rhythm | null,
  rotation?: Rotation | null,
): Promise<void> {
  await office
    .update(programme)
    .set(rotation === undefined ? { rhythm } : { rhythm, rotation })
    .where(and(eq(programme.organisation, organisationId), eq(programme.id, programmeId)))
}
