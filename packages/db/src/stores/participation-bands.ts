import { unitDimension } from '@chorus/contracts/collect'
import type { Participation } from '@chorus/contracts/programme'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Issuer } from '../database.ts'
import { cohort, participationBand, participationPage } from '../schema/collect.ts'

/** How many invited people a wave needs before even a band of its participation is shown. */
const smallestShown = 10

/**
 * Participation of an open wave as a band, taken at most once a day and then kept: whoever looks
 * twice on one day sees the same, and cannot learn who answered in between.
 * @param today ISO date (UTC)
 */
export async function participationOf(
  issuer: Issuer,
  key: { organisation: string; wave: string },
  today: string,
): Promise<Participation> {
  const unitCohorts = and(
    eq(cohort.organisation, key.organisation),
    eq(cohort.wave, key.wave),
    eq(cohort.dimension, unitDimension),
  )
  const [size] = await issuer
    .select({ invited: sql<number>`coalesce(sum(${cohort.size}), 0)::int` })
    .from(cohort)
    .where(unitCohorts)
  const invited = size?.invited ?? 0
  if (invited < smallestShown) return { invited, band: null, asOf: today }
  const taken = await newestBand(issuer, key)
  if (taken?.day === today) return { invited, band: taken.band, asOf: today }
  const [bits] = await issuer
    .select({ collected: sql<number>`coalesce(sum(bit_count(${participationPage.bits})), 0)::int` })
    .from(participationPage)
    .innerJoin(
      cohort,
      and(
        eq(cohort.organisation, participationPage.organisation),
        eq(cohort.wave, participationPage.wave),
        eq(cohort.id, participationPage.cohort),
      ),
    )
    .where(unitCohorts)
  await issuer
    .insert(participationBand)
    .values({ ...key, day: today, band: bandOf((bits?.collected ?? 0) / invited) })
    .onConflictDoNothing()
  const stored = await newestBand(issuer, key)
  return { invited, band: stored?.band ?? null, asOf: stored?.day ?? today }
}

/** 100 % is never told from 80 %: it would say that everybody, and so each person, took part. */
export function bandOf(share: number): NonNullable<Participation['band']> {
  if (share < 0.5) return 'below 50 %'
  if (share < 0.65) return '50-64 %'
  return share < 0.8 ? '65-79 %' : '80 % and more'
}

async function newestBand(
  issuer: Issuer,
  key: { organisation: string; wave: string },
): Promise<{ day: string; band: NonNullable<Participation['band']> } | undefined> {
  const [row] = await issuer
    .select({ day: participationBand.day, band: participationBand.band })
    .from(participationBand)
    .where(and(eq(participationBand.organisation, key.organisation), eq(participationBand.wave, key.wave)))
    .orderBy(desc(participationBand.day))
    .limit(1)
  return row
}
