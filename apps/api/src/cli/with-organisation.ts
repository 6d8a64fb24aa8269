import { withinOrganisation } from '@chorus/db/organisation-scope'
import type { OrganisationRow } from '@chorus/db/stores/organisations'
import { chosenOrganisation } from './chosen-organisation.ts'
import type { Installation } from './installation.ts'
import { withInstallation } from './with-installation.ts'

/** Opens the installation for one short command, which sees the rows of one organisation and of no other. */
export async function withOrganisation<T>(
  nameOrId: string | undefined,
  work: (installation: Installation, organisation: OrganisationRow) => Promise<T>,
): Promise<T> {
  return withInstallation(async (installation) => {
    const organisation = await chosenOrganisation(installation.database.office, nameOrId)
    return withinOrganisation(organisation.id, () => work(installation, organisation))
  })
}
