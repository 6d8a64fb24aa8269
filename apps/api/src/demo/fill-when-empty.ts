import { emptyDatabase } from '@chorus/db/empty-database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listOrganisations, renameOrganisation } from '@chorus/db/stores/organisations'
import { type DemoParts, demoOrganisationName, fillDemo, unfinishedDemoName } from './fill-demo.ts'

/**
 * Fills the demo organisation when there is none. One that was interrupted half way is emptied and filled again;
 * anything else is left alone.
 * @returns whether the demo was filled now
 */
export async function fillDemoWhenEmpty(
  installation: DemoParts & { readonly databaseUrl: string },
  progress: (line: string) => void,
): Promise<boolean> {
  const { office } = installation.database
  const organisations = await listOrganisations(office)
  const [first] = organisations
  if (first && (organisations.length > 1 || first.name !== unfinishedDemoName)) return false
  if (first) {
    await emptyDatabase(installation.databaseUrl)
    for (const keys of [installation.vault, installation.vault.concerns])
      for (const id of await keys.list()) await keys.destroy(id)
  }
  const { organisation } = await fillDemo(installation, new Date(), progress)
  await withinOrganisation(organisation, async () => {
    await renameOrganisation(office, organisation, demoOrganisationName)
    await recordEvent(office, organisation, {
      at: new Date(),
      actor: 'command line',
      action: 'demo organisation filled',
      subject: demoOrganisationName,
    })
  })
  return true
}
