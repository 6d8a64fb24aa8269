import { unitDimension } from '@chorus/contracts/collect'
import { and, asc, countDistinct, eq, sql } from 'drizzle-orm'
import type { Issuer } from '../database.ts'
import { cohort, participationPage, roster, wave } from '../schema/collect.ts'
import { slotsOfPage, tagBytes } from './participation-pages.ts'

export type InvitedPlace = {
  readonly dimension: string
  readonly cohort: string
  readonly label: string
  readonly size: number
  readonly slot: number
  readonly page: number
  /** Whether the ballot was collected. */
  readonly bit: boolean
  /** 16 bytes. */
  readonly tag: Buffer
}

/** An open wave, and where the person stands in each of its dimensions. */
export type OpenInvitation = {
  readonly wave: typeof wave.$inferSelect
  readonly places: readonly InvitedPlace[]
}

/** The waves that take answers from a person now, the one that closes first in front. */
export async function listInvitations(
  issuer: Issuer,
  who: { organisation: string; person: string },
  now: Date,
): Promise<OpenInvitation[]> {
  return (await listPlaces(issuer, who)).filter(({ wave }) => wave.stage === 'open' && wave.closesAt > now)
}

/** The waves whose roster still names a person, also those whose time is over. */
export async function listPlaces(
  issuer: Issuer,
  who: { organisation: string; person: string },
): Promise<OpenInvitation[]> {
  const rows = await issuer
    .select({
      wave,
      dimension: roster.dimension,
      cohort: cohort.id,
      label: cohort.label,
      size: cohort.size,
      slot: roster.slot,
      // By the whole key of the page, whatever the database believes about a new wave.
      bit: sql<number>`(SELECT get_bit(bits, ${roster.slot} % ${constant(slotsOfPage)}) FROM ${participationPage} WHERE ${itsPage})`,
      tag: sql<Buffer>`(SELECT substring(tags FROM ${roster.slot} % ${constant(slotsOfPage)} * ${constant(tagBytes)} + 1 FOR ${constant(tagBytes)}) FROM ${participationPage} WHERE ${itsPage})`,
    })
    .from(roster)
    .innerJoin(wave, and(eq(wave.organisation, roster.organisation), eq(wave.id, roster.wave)))
    .innerJoin(
      cohort,
      and(
        eq(cohort.organisation, roster.organisation),
        eq(cohort.wave, roster.wave),
        eq(cohort.id, roster.cohort),
      ),
    )
    .where(and(eq(roster.organisation, who.organisation), eq(roster.person, who.person)))
    .orderBy(asc(wave.closesAt), asc(wave.id), asc(roster.dimension))
  const invitations = new Map<string, { wave: typeof wave.$inferSelect; places: InvitedPlace[] }>()
  for (const { wave: open, bit, ...place } of rows) {
    const page = Math.floor(place.slot / slotsOfPage)
    const invitation = invitations.get(open.id) ?? { wave: open, places: [] }
    invitation.places.push({ ...place, page, bit: bit === 1 })
    invitations.set(open.id, invitation)
  }
  return [...invitations.values()]
}

/** How many people have a place of their own in a wave: who answers with a sheet of paper has none. */
export async function countInvitedPeople(
  issuer: Issuer,
  key: { organisation: string; wave: string },
): Promise<number> {
  const [row] = await issuer
    .select({ people: countDistinct(roster.person) })
    .from(roster)
    .where(and(eq(roster.organisation, key.organisation), eq(roster.wave, key.wave)))
  return row?.people ?? 0
}

/** Whether a person has collected the ballot of the unit tree, while the wave is open. */
export async function hasCollected(
  issuer: Issuer,
  who: { organisation: string; wave: string; person: string },
): Promise<boolean> {
  const [place] = await issuer
    .select({
      bit: sql<number>`get_bit(${participationPage.bits}, ${roster.slot} % ${constant(slotsOfPage)})`,
    })
    .from(roster)
    .innerJoin(participationPage, itsPage)
    .where(
      and(
        eq(roster.organisation, who.organisation),
        eq(roster.wave, who.wave),
        eq(roster.person, who.person),
        eq(roster.dimension, unitDimension),
      ),
    )
  return place?.bit === 1
}

const constant = (value: number) => sql.raw(String(value))

/** The page that holds the slot of a roster row. */
const itsPage = and(
  eq(participationPage.organisation, roster.organisation),
  eq(participationPage.wave, roster.wave),
  eq(participationPage.cohort, roster.cohort),
  eq(participationPage.page, sql`${roster.slot} / ${constant(slotsOfPage)}`),
)
