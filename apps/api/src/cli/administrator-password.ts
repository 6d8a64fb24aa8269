import { removePassword } from '@chorus/db/stores/administrator-passwords'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { findPersonByEmail } from '@chorus/db/stores/sign-in-links'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'
import { withOrganisation } from './with-organisation.ts'

/** For an administrator who is locked out: removes password and second factor, so that a link sets up new ones. */
export async function resetAdministratorPassword(options: {
  organisation?: string
  email: string
  json?: boolean
}): Promise<void> {
  await withOrganisation(options.organisation, async ({ database: { office } }, { id: organisation }) => {
    const person = await findPersonByEmail(office, organisation, options.email)
    if (!person) throw new CommandRefused('Nobody on the roster has this e-mail address.')
    if (!(await removePassword(office, { organisation, person: person.id })))
      throw new CommandRefused(`${person.name} has no password.`)
    await recordEvent(office, organisation, {
      at: new Date(),
      actor: 'command line',
      action: 'administrator password removed',
      subject: person.name,
    })
    say(
      options.json ?? false,
      { name: person.name },
      `The password of ${person.name} is removed. A link to come in: chorus sign-in-link --email ${person.email}`,
    )
  })
}
