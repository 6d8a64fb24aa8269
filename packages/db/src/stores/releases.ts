import { err, ok, type Result } from '@chorus/basics/result'
import type { Cell, Release, ReleasedWave } from '@chorus/contracts/publish'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { canonicalCut } from '../canonical-cut.ts'
import type { Closer, Reporter } from '../database.ts'
import { wave } from '../schema/collect.ts'
import { release, releaseCell } from '../schema/publish.ts'
import { cutComplete, cutCount, sealedResponse } from '../schema/seal.ts'
import { holdWaveAlone } from './wave-lock.ts'

/** A release without its cells. */
export type ReleaseHeader = typeof release.$inferSelect

const batchSize = 2000

/**
 * Writes the release of a sealed wave, once, and deletes the responses and counters it was made from, in one transaction:
 * from then on the database holds what the release shows, and nothing finer.
 */
export async function insertRelease(
  closer: Closer,
  header: ReleaseHeader,
  cells: readonly Cell[],
): Promise<Result<void, { code: 'wave-still-open' } | { code: 'wave-already-published' }>> {
  const { organisation, wave: waveId } = header
  const thisWave = and(eq(wave.organisation, organisation), eq(wave.id, waveId))
  return closer.transaction(async (tx) => {
    await tx.execute(holdWaveAlone(waveId))
    const [row] = await tx.select({ stage: wave.stage }).from(wave).where(thisWave)
    if (row?.stage === 'published') return err({ code: 'wave-already-published' })
    if (row?.stage !== 'sealed') return err({ code: 'wave-still-open' })
    await tx.insert(release).values(header)
    for (let start = 0; start < cells.length; start += batchSize)
      await tx.insert(releaseCell).values(
        cells.slice(start, start + batchSize).map((cell) => ({
          organisation,
          wave: waveId,
          unit: cell.unit,
          cut: canonicalCut(cell.cut),
          cell,
        })),
      )
    for (const table of [sealedResponse, cutCount, cutComplete])
      await tx.delete(table).where(and(eq(table.organisation, organisation), eq(table.wave, waveId)))
    await tx.update(wave).set({ stage: 'published' }).where(thisWave)
    return ok(undefined)
  })
}

/** The releases of an organisation, or of one programme, oldest first, without cells. */
export async function listReleases(
  connection: Closer | Reporter,
  organisationId: string,
  programmeId?: string,
): Promise<ReleaseHeader[]> {
  return connection
    .select()
    .from(release)
    .where(
      and(
        eq(release.organisation, organisationId),
        programmeId === undefined ? undefined : eq(release.programme, programmeId),
      ),
    )
    .orderBy(asc(release.closedOn), asc(release.number))
}

/** The released cells of some units over all waves. */
export async function listCells(
  reporter: Reporter,
  organisationId: string,
  units: readonly string[],
): Promise<{ wave: string; cell: Cell }[]> {
  return reporter
    .select({ wave: releaseCell.wave, cell: releaseCell.cell })
    .from(releaseCell)
    .where(and(eq(releaseCell.organisation, organisationId), inArray(releaseCell.unit, [...units])))
}

/** One wave's release as a document of its own. */
export async function readRelease(connection: Closer | Reporter, header: ReleaseHeader): Promise<Release> {
  return {
    format: 'chorus-release/1',
    instrument: header.instrument,
    policy: header.policy,
    units: header.units,
    waves: [await readReleasedWave(connection, header)],
  }
}

export async function readReleasedWave(
  connection: Closer | Reporter,
  header: ReleaseHeader,
): Promise<ReleasedWave> {
  const rows = await connection
    .select({ cell: releaseCell.cell })
    .from(releaseCell)
    .where(and(eq(releaseCell.organisation, header.organisation), eq(releaseCell.wave, header.wave)))
  const place = new Map(header.units.map((unit, index) => [unit.id, index]))
  const cells = rows
    .map((row) => row.cell)
    .sort(
      (a, b) =>
        (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0) ||
        (canonicalCut(a.cut) < canonicalCut(b.cut) ? -1 : 1),
    )
  return {
    id: header.wave,
    label: header.label,
    closed: header.closedOn,
    cells,
    organisation: header.summary,
  }
}
