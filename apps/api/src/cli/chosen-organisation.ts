import type { Office } from '@chorus/db/database'
import { listOrganisations, type OrganisationRow } from '@chorus/db/stores/organisations'
import { CommandRefused } from './command-refused.ts'

/** The organisation of that name or id, or the only one. @throws CommandRefused, which lists them */
export async function chosenOrganisation(
  office: Office,
  nameOrId: string | undefined,
): Promise<OrganisationRow> {
  const all = await listOrganisations(office)
  if (all.length === 0)
    throw new CommandRefused(
      'There is no organisation yet. Import one: chorus import --name "Our company" --units units.csv --people people.csv',
    )
  const matching = all.filter(
    ({ name, id }) => nameOrId === undefined || name === nameOrId || id === nameOrId,
  )
  const [organisation] = matching
  const listed = all.map(({ name, id }) => `  ${id}  ${name}`).join('\n')
  if (!organisation) throw new CommandRefused(`There is no such organisation. These are there:\n${listed}`)
  if (matching.length > 1)
    throw new CommandRefused(
      `Say which organisation you mean with --organisation, by its name or id. These are there:\n${listed}`,
    )
  return organisation
}
