import { withinOrganisation } from '@chorus/db/organisation-scope'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { createOrganisation, listOrganisations, renameOrganisation } from '@chorus/db/stores/organisations'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'
import { withInstallation } from './with-installation.ts'
import { withOrganisation } from './with-organisation.ts'

export async function showOrganisations(options: { json?: boolean }): Promise<void> {
  await withInstallation(async ({ database: { office } }) => {
    const all = await listOrganisations(office)
    const lines = all.map(({ id, name }) => `${id}  ${name}`)
    say(options.json ?? false, all, lines.join('\n') || 'There is no organisation yet.')
  })
}

export async function addOrganisation(options: { name: string; json?: boolean }): Promise<void> {
  const name = usableName(options.name)
  await withInstallation(async ({ database: { office } }) => {
    refuseTaken(await listOrganisations(office), name)
    const added = await createOrganisation(office, name)
    await withinOrganisation(added.id, () =>
      recordEvent(office, added.id, {
        at: new Date(),
        actor: 'command line',
        action: 'organisation added',
        subject: name,
      }),
    )
    say(
      options.json ?? false,
      added,
      `"${name}" is there (${added.id}). Import its people: chorus import --organisation ${added.id} --units units.csv --people people.csv`,
    )
  })
}

export async function nameOrganisation(options: {
  organisation?: string
  name: string
  json?: boolean
}): Promise<void> {
  const name = usableName(options.name)
  await withOrganisation(options.organisation, async ({ database: { office } }, before) => {
    const others = (await listOrganisations(office)).filter(({ id }) => id !== before.id)
    refuseTaken(others, name)
    await renameOrganisation(office, before.id, name)
    await recordEvent(office, before.id, {
      at: new Date(),
      actor: 'command line',
      action: 'organisation renamed',
      subject: `${before.name} -> ${name}`,
    })
    say(options.json ?? false, { id: before.id, name }, `"${before.name}" is "${name}" now.`)
  })
}

const longestName = 120

function usableName(given: string): string {
  const name = given.trim()
  if (name === '' || name.length > longestName)
    throw new CommandRefused(`--name needs 1 to ${longestName} characters.`, 2)
  return name
}

/** By hand, two of one name could not be told apart. */
function refuseTaken(others: readonly { readonly name: string }[], name: string): void {
  if (others.some((one) => one.name === name))
    throw new CommandRefused(`There is an organisation "${name}" already. Choose another name.`)
}
