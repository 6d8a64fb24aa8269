import type { Office } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { findOrganisation } from '@chorus/db/stores/organisations'
import { addSignInLink, findPersonByEmail } from '@chorus/db/stores/sign-in-links'
import { findWave } from '@chorus/db/stores/waves'
import { organisationsOfEmail } from '@chorus/db/stores/whose'
import { hashOfSecret, newSecret } from '../access/sign-in-link.ts'
import { secretUntil } from '../access/timed-secret.ts'
import type { RequestLimit } from './request-limit.ts'
import { sendInTime } from './send-in-time.ts'
import { signInMail } from './sign-in-mail.ts'
import type { Transport } from './transport.ts'

const quarterHour = 15 * 60_000

/**
 * Mails a link to whoever has this address, one for each organisation that knows it; nothing happens where nobody has it, or where it was
 * asked for too often. Nothing waits in the database: a link that could not be sent while it is valid, or before the process ends, is asked for again.
 * @param asked whose link, the wave whose answer page it leads to, and the hash of what the asking browser keeps
 */
export async function sendSignInLink(
  parts: {
    readonly office: Office
    readonly transport: Transport
    readonly address: string
    readonly limit: RequestLimit
    /** When it was asked for. */
    readonly now: Date
    /** What time it is by then. */
    readonly clock: () => Date
    /** Waits so many seconds; false where the process ends before. */
    readonly pause: (seconds: number) => Promise<boolean>
    readonly report: (line: string) => void
  },
  { email, wave, askedBy }: { email: string; wave?: string | undefined; askedBy: Buffer },
): Promise<void> {
  const organisations = await organisationsOfEmail(parts.office, email)
  await Promise.all(
    organisations.map((organisation) =>
      withinOrganisation(organisation, () => sendLinkOf(organisation, parts, { email, wave, askedBy })),
    ),
  )
}

async function sendLinkOf(
  organisation: string,
  parts: Parameters<typeof sendSignInLink>[0],
  { email, wave, askedBy }: Parameters<typeof sendSignInLink>[1],
): Promise<void> {
  const person = await findPersonByEmail(parts.office, organisation, email)
  const named = await findOrganisation(parts.office, organisation)
  if (!person || !named || !parts.limit.allows(`${organisation} ${person.id}`, parts.now)) return
  // Whose answer page it is, is known to whoever is invited there: a link to another organisation leads to the start.
  const ownWave = wave !== undefined && (await findWave(parts.office, organisation, wave)) ? wave : undefined
  const uselessFrom = new Date(parts.now.getTime() + quarterHour)
  const secret = secretUntil(newSecret(), uselessFrom)
  // To the quarter of an hour: the exact one, which stands in the secret alone, would tell when it was asked for.
  const expiresAt = new Date(Math.ceil((parts.now.getTime() + quarterHour) / quarterHour) * quarterHour)
  const link = {
    organisation,
    person: person.id,
    tokenHash: hashOfSecret(secret),
    expiresAt,
    reusable: false,
    askedBy,
  }
  await addSignInLink(parts.office, link, parts.now)
  const path = ownWave === undefined ? '/sign-in' : `/sign-in/${ownWave}`
  const mail = signInMail({
    to: person.email,
    language: person.language,
    organisation: named.name,
    link: `${parts.address}${path}#${secret}`,
  })
  const { clock: now, pause } = parts
  const sent = await sendInTime(() => parts.transport.send(mail), { uselessFrom, now, pause })
  if (!sent.ok) parts.report(`A sign-in link was not sent: ${sent.error.code}`)
}
