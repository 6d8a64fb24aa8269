import { isDeepStrictEqual } from 'node:util'
import { err, ok, type Result } from '@chorus/basics/result'
import { unitDimension } from '@chorus/contracts/collect'
import type { Policy } from '@chorus/contracts/policy'
import type { Rotation } from '@chorus/contracts/rotation'
import { and, asc, count, desc, eq, gte, inArray, lt, ne, sql, sum } from 'drizzle-orm'
import { breaksUniqueness } from '../breaks-uniqueness.ts'
import type { Closer, Issuer, Mailer, Office, Urn } from '../database.ts'
import {
  cohort,
  participationPage,
  programme as programmeTable,
  roster,
  sheet,
  wave,
} from '../schema/collect.ts'
import { announceWave } from './channels.ts'
import { lastImportedNumber } from './imported-waves.ts'
import { countInvitedAgain, keepLastGroups } from './last-groups.ts'
import { emptyPages } from './participation-pages.ts'
import { isStillDue, noteOpened } from './planned-waves.ts'
import { noteFirstWave } from './rule-changes.ts'
import { holdProgrammeAlone } from './wave-lock.ts'

export type WaveRow = typeof wave.$inferSelect
export type CohortRow = typeof cohort.$inferSelect

/** A wave as it is frozen at opening, with everybody's places. */
export type FrozenWave = {
  readonly wave: Omit<
    WaveRow,
    'stage' | 'closedOn' | 'unbacked' | 'categories' | 'sealingAudit' | 'invitedAgain'
  >
  /** Of the programme, as they were read: a wave does not open under rules that were changed since. */
  readonly rules: {
    readonly policy: Policy
    readonly instrumentId: string
    readonly rotation: Rotation | null
  }
  readonly cohorts: readonly Omit<CohortRow, 'organisation' | 'wave' | 'collected'>[]
  readonly places: readonly Omit<typeof roster.$inferInsert, 'organisation' | 'wave'>[]
  /** Places that belong to sheets of paper instead of people. */
  readonly sheets: readonly { readonly cohort: string; readonly slot: number }[]
  /** Everybody who is invited, on paper too, with the unit of the wave's tree that the person is counted in. */
  readonly groups: readonly { readonly person: string; readonly unit: string }[]
  /** The occurrence of the programme's rhythm that it opens; null where somebody opens it by hand. */
  readonly occurrence: string | null
}

const batchSize = 8000
/** Pages are some 2 kB each. */
const pageBatchSize = 500

/**
 * Writes the frozen wave whole or not at all, with what channels are told of it; refused while the programme has another unpublished wave, and
 * where waves were imported or its rules were changed since it was read. A planned occurrence is accounted for with it, and refused where it is
 * opened or left out already.
 */
export async function insertWave(
  office: Office,
  frozen: FrozenWave,
): Promise<Result<void, { code: 'wave-already-open' } | { code: 'programme-changed' }>> {
  const { occurrence } = frozen
  const key = { organisation: frozen.wave.organisation, wave: frozen.wave.id }
  try {
    return await office.transaction(async (tx) => {
      const { organisation, programme, number } = frozen.wave
      await tx.execute(holdProgrammeAlone(programme))
      if ((await lastImportedNumber(tx, organisation, programme)) >= number)
        return err({ code: 'programme-changed' })
      if (occurrence !== null && !(await isStillDue(tx, { organisation, programme, occurrence })))
        return err({ code: 'programme-changed' })
      const [now] = await tx
        .select({
          policy: programmeTable.policy,
          instrumentId: sql<string>`${programmeTable.instrument} ->> 'id'`,
          rotation: programmeTable.rotation,
        })
        .from(programmeTable)
        .where(and(eq(programmeTable.organisation, organisation), eq(programmeTable.id, programme)))
      if (!isDeepStrictEqual(now, frozen.rules)) return err({ code: 'programme-changed' })
      const invitedAgain = await countInvitedAgain(tx, frozen)
      await tx.insert(wave).values({ ...frozen.wave, invitedAgain, stage: 'open' })
      if (occurrence !== null) await noteOpened(tx, { organisation, programme, occurrence }, frozen.wave.id)
      await keepLastGroups(tx, frozen)
      await noteFirstWave(tx, frozen.wave)
      for (let start = 0; start < frozen.cohorts.length; start += batchSize) {
        const rows = frozen.cohorts.slice(start, start + batchSize)
        await tx.insert(cohort).values(rows.map((row) => ({ ...key, ...row })))
      }
      const pages = frozen.cohorts.flatMap(({ id, size }) =>
        emptyPages(size).map((page) => ({ ...key, cohort: id, ...page })),
      )
      for (let start = 0; start < pages.length; start += pageBatchSize)
        await tx.insert(participationPage).values(pages.slice(start, start + pageBatchSize))
      for (let start = 0; start < frozen.places.length; start += batchSize) {
        const rows = frozen.places.slice(start, start + batchSize)
        await tx.insert(roster).values(rows.map((row) => ({ ...key, ...row })))
      }
      for (let start = 0; start < frozen.sheets.length; start += batchSize) {
        const rows = frozen.sheets.slice(start, start + batchSize)
        await tx.insert(sheet).values(rows.map((row) => ({ ...key, ...row })))
      }
      await announceWave(tx, frozen.wave, 'wave-open', frozen.wave.opensAt)
      return ok(undefined)
    })
  } catch (error) {
    if (breaksUniqueness(error)) return err({ code: 'wave-already-open' })
    throw error
  }
}

/** The programme's waves, oldest first. */
export async function listWaves(
  office: Office,
  organisationId: string,
  programmeId: string,
): Promise<WaveRow[]> {
  return office
    .select()
    .from(wave)
    .where(and(eq(wave.organisation, organisationId), eq(wave.programme, programmeId)))
    .orderBy(asc(wave.number))
}

/** The programme's newest wave; null before its first. */
export async function findNewestWave(
  office: Office,
  organisationId: string,
  programmeId: string,
): Promise<Pick<WaveRow, 'number' | 'manifest'> | null> {
  const [last] = await office
    .select({ number: wave.number, manifest: wave.manifest })
    .from(wave)
    .where(and(eq(wave.organisation, organisationId), eq(wave.programme, programmeId)))
    .orderBy(desc(wave.number))
    .limit(1)
  return last ?? null
}

/** The last wave of the organisation that is not published yet. */
export async function findUnpublishedWave(office: Office, organisationId: string): Promise<WaveRow | null> {
  const [row] = await office
    .select()
    .from(wave)
    .where(and(eq(wave.organisation, organisationId), ne(wave.stage, 'published')))
    .orderBy(desc(wave.opensAt))
    .limit(1)
  return row ?? null
}

export async function findWave(
  office: Office,
  organisationId: string,
  waveId: string,
): Promise<WaveRow | null> {
  const [row] = await office
    .select()
    .from(wave)
    .where(and(eq(wave.organisation, organisationId), eq(wave.id, waveId)))
  return row ?? null
}

/** Waves of all programmes of the organisation that opened from the first moment on and before the second. */
export async function countWavesOpened(
  office: Office,
  organisationId: string,
  from: Date,
  before: Date,
): Promise<number> {
  const [row] = await office
    .select({ waves: count() })
    .from(wave)
    .where(and(eq(wave.organisation, organisationId), gte(wave.opensAt, from), lt(wave.opensAt, before)))
  return row?.waves ?? 0
}

export type UnpublishedWave = Pick<
  WaveRow,
  'organisation' | 'programme' | 'id' | 'label' | 'stage' | 'opensAt' | 'closesAt'
>

/** The organisation's waves that are not published yet, oldest first, without what they ask. */
export async function listUnpublishedWaves(
  office: Office,
  organisationId: string,
): Promise<UnpublishedWave[]> {
  const { organisation, programme, id, label, stage, opensAt, closesAt } = wave
  return office
    .select({ organisation, programme, id, label, stage, opensAt, closesAt })
    .from(wave)
    .where(and(eq(wave.organisation, organisationId), ne(wave.stage, 'published')))
    .orderBy(asc(wave.opensAt), asc(wave.id))
}

/** Of these waves their programmes, labels and stages. */
export async function listWaveStages(
  office: Office,
  organisationId: string,
  ids: readonly string[],
): Promise<Pick<WaveRow, 'id' | 'programme' | 'label' | 'stage'>[]> {
  return office
    .select({ id: wave.id, programme: wave.programme, label: wave.label, stage: wave.stage })
    .from(wave)
    .where(and(eq(wave.organisation, organisationId), inArray(wave.id, [...ids])))
}

/** An organisation's open waves. */
export async function listOpenWaves(office: Office, organisationId: string): Promise<WaveRow[]> {
  return office
    .select()
    .from(wave)
    .where(and(eq(wave.organisation, organisationId), eq(wave.stage, 'open')))
    .orderBy(asc(wave.opensAt), asc(wave.id))
}

/** A wave of the organisation of the scope, by its id alone: for the manifest, the anonymous send and the closing job, where nobody is signed in. */
export async function findWaveById(
  connection: Issuer | Urn | Closer | Mailer,
  waveId: string,
): Promise<WaveRow | null> {
  const [row] = await connection.select().from(wave).where(eq(wave.id, waveId))
  return row ?? null
}

/** People invited to a wave and, from sealing on, ballots collected. */
export async function waveTotals(
  office: Office,
  organisationId: string,
  waveId: string,
): Promise<{ invited: number; cohorts: number; collected: number | null }> {
  const [row] = await office
    .select({ invited: sum(cohort.size), cohorts: count(), collected: sum(cohort.collected) })
    .from(cohort)
    .where(
      and(
        eq(cohort.organisation, organisationId),
        eq(cohort.wave, waveId),
        eq(cohort.dimension, unitDimension),
      ),
    )
  return {
    invited: Number(row?.invited ?? 0),
    cohorts: row?.cohorts ?? 0,
    collected: row?.collected == null ? null : Number(row.collected),
  }
}
