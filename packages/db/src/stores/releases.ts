import { randomUUID } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import { secureShuffle } from '@chorus/basics/secure-shuffle'
import type { Cell, Release, ReleasedComment, ReleasedWave } from '@chorus/contracts/publish'
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { canonicalCut } from '../canonical-cut.ts'
import type { Closer, Reporter } from '../database.ts'
import { wave } from '../schema/collect.ts'
import { waveJob } from '../schema/jobs.ts'
import { release, releaseCell, releaseComment } from '../schema/publish.ts'
import { cutComplete, cutCount, sealedComment, sealedResponse } from '../schema/seal.ts'
import { emptyWave } from './empty-wave.ts'
import { holdWaveAlone } from './wave-lock.ts'

/** A release without its cells. */
export type ReleaseHeader = typeof release.$inferSelect

/** Moments of the one transaction at which a test may end the process. */
export type ReleaseMoment = 'release written' | 'sealed rows deleted'

const batchSize = 2000

/**
 * Writes the release of a sealed wave, once, and deletes the responses, comments and counters it was made from, in one transaction:
 * from then on the database holds what the release shows, and nothing finer.
 * @param comments in any order: they get a random one here, which is the same for all readers
 * @param tellFrom now, where people are to be told of it: the job that does so is begun in the same transaction
 * @param at called before the transaction ends: a test may end the process there
 */
export async function insertRelease(
  closer: Closer,
  header: ReleaseHeader,
  cells: readonly Cell[],
  comments: readonly (ReleasedComment & { readonly replyKey: Buffer | null })[],
  {
    tellFrom,
    at = async () => {},
  }: { tellFrom: Date | null; at?: ((moment: ReleaseMoment) => Promise<void>) | undefined },
): Promise<Result<void, { code: 'wave-still-open' } | { code: 'wave-already-published' }>> {
  const { organisation, wave: waveId } = header
  const thisWave = and(eq(wave.organisation, organisation), eq(wave.id, waveId))
  return closer.transaction(async (tx) => {
    await tx.execute(holdWaveAlone(waveId))
    const [row] = await tx.select({ stage: wave.stage }).from(wave).where(thisWave)
    if (row?.stage === 'published') return err({ code: 'wave-already-published' })
    if (row?.stage !== 'sealed') return err({ code: 'wave-still-open' })
    await tx.insert(release).values(header)
    await insertCells(tx, header, cells)
    const shuffled = secureShuffle([...comments])
    for (let start = 0; start < shuffled.length; start += batchSize)
      await tx
        .insert(releaseComment)
        .values(
          shuffled
            .slice(start, start + batchSize)
            .map((one) => ({ organisation, wave: waveId, id: randomUUID(), ...one })),
        )
    await at('release written')
    for (const table of [sealedResponse, cutCount, cutComplete])
      await tx.delete(table).where(and(eq(table.organisation, organisation), eq(table.wave, waveId)))
    await emptyWave(tx, sealedComment, header)
    await tx.update(wave).set({ stage: 'published' }).where(thisWave)
    if (tellFrom !== null)
      await tx.insert(waveJob).values({ organisation, kind: 'tell', subject: waveId, begunAt: tellFrom })
    await at('sealed rows deleted')
    return ok(undefined)
  })
}

/** The cells of a release that is being written. */
export async function insertCells(
  tx: Pick<Closer, 'insert'>,
  { organisation, wave: waveId }: Pick<ReleaseHeader, 'organisation' | 'wave'>,
  cells: readonly Cell[],
): Promise<void> {
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

/** Which waves are released, oldest first: enough to see whether there is another one. */
export async function listReleasedWaves(reporter: Reporter, organisationId: string): Promise<string[]> {
  const rows = await reporter
    .select({ wave: release.wave })
    .from(release)
    .where(eq(release.organisation, organisationId))
    .orderBy(asc(release.closedOn), asc(release.number))
  return rows.map(({ wave: id }) => id)
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
    .where(and(eq(releaseCell.organisation, organisationId), anyOf(releaseCell.unit, units)))
}

/** The released comments of one wave in some units, in the order that everybody reads them in. */
export async function listComments(
  reporter: Reporter,
  { organisation, wave: waveId }: Pick<ReleaseHeader, 'organisation' | 'wave'>,
  units?: readonly string[],
): Promise<(ReleasedComment & { id: string; answerable: boolean })[]> {
  return reporter
    .select({
      id: releaseComment.id,
      unit: releaseComment.unit,
      scale: releaseComment.scale,
      text: releaseComment.text,
      answerable: sql<boolean>`${releaseComment.replyKey} IS NOT NULL`,
    })
    .from(releaseComment)
    .where(
      and(
        eq(releaseComment.organisation, organisation),
        eq(releaseComment.wave, waveId),
        units === undefined ? undefined : anyOf(releaseComment.unit, units),
      ),
    )
    .orderBy(asc(releaseComment.id))
}

/** One released comment with what an answer to it is sealed to; null where there is none. */
export async function findComment(
  reporter: Reporter,
  organisationId: string,
  commentId: string,
): Promise<Pick<typeof releaseComment.$inferSelect, 'wave' | 'unit' | 'scale' | 'replyKey'> | null> {
  const [row] = await reporter
    .select({
      wave: releaseComment.wave,
      unit: releaseComment.unit,
      scale: releaseComment.scale,
      replyKey: releaseComment.replyKey,
    })
    .from(releaseComment)
    .where(and(eq(releaseComment.organisation, organisationId), eq(releaseComment.id, commentId)))
  return row ?? null
}

/** The cells of some whole units, no cuts, in one wave. */
export async function listWaveCells(
  reporter: Reporter,
  { organisation, wave: waveId }: Pick<ReleaseHeader, 'organisation' | 'wave'>,
  units: readonly string[],
): Promise<Cell[]> {
  const rows = await reporter
    .select({ cell: releaseCell.cell })
    .from(releaseCell)
    .where(
      and(
        eq(releaseCell.organisation, organisation),
        eq(releaseCell.wave, waveId),
        eq(releaseCell.cut, canonicalCut({})),
        anyOf(releaseCell.unit, units),
      ),
    )
  return rows.map(({ cell }) => cell)
}

/** As one array: a statement takes 65,535 values, and a company may have more units. */
function anyOf(column: PgColumn, units: readonly string[]): SQL {
  return sql`${column} = ANY(${sql.param([...units])})`
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
    ...(header.source === 'imported' && { imported: true }),
    closed: header.closedOn,
    cells,
    organisation: header.summary,
  }
}
