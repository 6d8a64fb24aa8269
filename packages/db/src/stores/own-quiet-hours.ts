import type { OwnQuietHours } from '@chorus/contracts/quiet-hours'
import { and, eq } from 'drizzle-orm'
import type { Mailer } from '../database.ts'
import { ownQuietHours } from '../schema/mail.ts'
import { person } from '../schema/organisation.ts'

type Who = { readonly organisation: string; readonly person: string }

/** What a person chose; nothing of it, where nothing was chosen. */
export async function readOwnQuietHours(mailer: Mailer, who: Who): Promise<OwnQuietHours> {
  const [row] = await mailer
    .select({ zone: ownQuietHours.zone, quiet: ownQuietHours.quiet })
    .from(ownQuietHours)
    .where(and(eq(ownQuietHours.organisation, who.organisation), eq(ownQuietHours.person, who.person)))
  return row ?? { zone: null, quiet: null }
}

/** The zone that the roster names; null where it names none. */
export async function readZone(mailer: Mailer, who: Who): Promise<string | null> {
  const [row] = await mailer
    .select({ zone: person.zone })
    .from(person)
    .where(and(eq(person.organisation, who.organisation), eq(person.id, who.person)))
  return row?.zone ?? null
}

export async function writeOwnQuietHours(mailer: Mailer, who: Who, chosen: OwnQuietHours): Promise<void> {
  const { organisation, person } = who
  await mailer
    .insert(ownQuietHours)
    .values({ organisation, person, ...chosen })
    .onConflictDoUpdate({ target: [ownQuietHours.organisation, ownQuietHours.person], set: chosen })
}
