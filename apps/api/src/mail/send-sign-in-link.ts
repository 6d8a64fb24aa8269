import type { Office } from '@chorus/db/database'
import { listOrganisations } from '@chorus/db/stores/organisations'
import { addSignInLink, findPersonByEmail } from '@chorus/db/stores/sign-in-links'
import { hashOfSecret, newSecret } from '../access/sign-in-link.ts'
import type { RequestLimit } from './request-limit.ts'
import { signInMail } from './sign-in-mail.ts'
import type { Transport } from './transport.ts'

const quarterHour = 15 * 60_000

/**
 * Mails a link to whoever has this address; nothing happens where nobody has it, or where it was asked for too often. Nothing waits in
 * the database: a link that could not be sent is asked for again.
 * @param wave whose answer page the link leads to
 */
export async function sendSignInLink(
  parts: {
    readonly office: Office
    readonly transport: Transport
    readonly address: string
    readonly limit: RequestLimit
    readonly now: Date
  },
  email: string,
  wave: string | undefined,
): Promise<void> {
  for (const { id: organisation } of await listOrganisations(parts.office)) {
    const person = await findPersonByEmail(parts.office, organisation, email)
    if (!person) continue
    if (!parts.limit.allows(person.id, parts.now)) return
    const secret = newSecret()
    // To the quarter of an hour: the exact one would tell when it was asked for.
    const expiresAt = new Date(Math.ceil((parts.now.getTime() + quarterHour) / quarterHour) * quarterHour)
    const link = {
      organisation,
      person: person.id,
      tokenHash: hashOfSecret(secret),
      expiresAt,
      reusable: false,
    }
    await addSignInLink(parts.office, link, parts.now)
    const path = wave === undefined ? '/sign-in' : `/sign-in/${wave}`
    await parts.transport.send(
      signInMail({
        to: person.email,
        language: person.language,
        link: `${parts.address}${path}#${secret}`,
      }),
    )
    return
  }
}
