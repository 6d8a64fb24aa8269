import { err, ok, type Result } from '@chorus/basics/result'
import type { Cell } from '@chorus/contracts/publish'
import { and, desc, eq, max, ne } from 'drizzle-orm'
import type { Closer, Office } from '../database.ts'
import { wave } from '../schema/collect.ts'
import { type ImportedGroup, importedWave, release } from '../schema/publish.ts'
import { insertCells, type ReleaseHeader } from './releases.ts'
import { holdProgrammeAlone } from './wave-lock.ts'

export type { ImportedGroup } from '../schema/publish.ts'

/** An imported wave as the office knows it. */
export type ImportedWaveRow = Omit<typeof importedWave.$inferSelect, 'groups'>

/** An imported wave, ready to be written. */
export type WaveToImport = {
  readonly header: ReleaseHeader
  readonly cells: readonly Cell[]
  readonly groups: readonly ImportedGroup[]
}

/** Moments of the one transaction at which a test may end the process. */
export type HistoryMoment = 'first wave written' | 'all waves written'

/**
 * Writes imported waves with their releases, all of them or none. Refused while the programme has a wave that is not published, and where
 * its releases are not those that the new ones were audited with.
 * @param known ids of the programme's releases that the audit has seen
 * @param at called before the transaction ends: a test may end the process there
 */
export async function insertImportedWaves(
  closer: Closer,
  place: { readonly organisation: string; readonly programme: string },
  waves: readonly WaveToImport[],
  known: readonly string[],
  at: (moment: HistoryMoment) => Promise<void> = async () => {},
): Promise<Result<void, { code: 'wave-already-open' } | { code: 'programme-changed' }>> {
  const { organisation, programme } = place
  return closer.transaction(async (tx) => {
    await tx.execute(holdProgrammeAlone(programme))
    const [unpublished] = await tx
      .select({ id: wave.id })
      .from(wave)
      .where(
        and(eq(wave.organisation, organisation), eq(wave.programme, programme), ne(wave.stage, 'published')),
      )
      .limit(1)
    if (unpublished) return err({ code: 'wave-already-open' })
    const released = await tx
      .select({ wave: release.wave })
      .from(release)
      .where(and(eq(release.organisation, organisation), eq(release.programme, programme)))
    const audited = new Set(known)
    if (released.length !== audited.size || released.some((one) => !audited.has(one.wave)))
      return err({ code: 'programme-changed' })
    for (const [index, { header, cells, groups }] of waves.entries()) {
      const { wave: id, number, label, closedOn } = header
      await tx.insert(importedWave).values({ organisation, id, programme, number, label, closedOn, groups })
      await tx.insert(release).values(header)
      await insertCells(tx, header, cells)
      if (index === 0) await at('first wave written')
    }
    await at('all waves written')
    return ok(undefined)
  })
}

/** Who is behind the figures of an imported wave. */
export async function readImportedGroups(
  closer: Closer,
  { organisation, wave: id }: Pick<ReleaseHeader, 'organisation' | 'wave'>,
): Promise<readonly ImportedGroup[]> {
  const [row] = await closer
    .select({ groups: importedWave.groups })
    .from(importedWave)
    .where(and(eq(importedWave.organisation, organisation), eq(importedWave.id, id)))
  if (!row) throw new Error('an imported release has no imported wave')
  return row.groups
}

/** The imported waves of a programme, newest first. */
export async function listImportedWaves(
  office: Office,
  organisationId: string,
  programmeId: string,
): Promise<ImportedWaveRow[]> {
  return office
    .select({
      organisation: importedWave.organisation,
      id: importedWave.id,
      programme: importedWave.programme,
      number: importedWave.number,
      label: importedWave.label,
      closedOn: importedWave.closedOn,
    })
    .from(importedWave)
    .where(and(eq(importedWave.organisation, organisationId), eq(importedWave.programme, programmeId)))
    .orderBy(desc(importedWave.number))
}

/** The highest number of the imported waves of a programme; 0 where there are none. */
export async function lastImportedNumber(
  office: Pick<Office, 'select'>,
  organisationId: string,
  programmeId: string,
): Promise<number> {
  const [row] = await office
    .select({ number: max(importedWave.number) })
    .from(importedWave)
    .where(and(eq(importedWave.organisation, organisationId), eq(importedWave.programme, programmeId)))
  return row?.number ?? 0
}
