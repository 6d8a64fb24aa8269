import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Office } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { createOrganisation, listOrganisations, type OrganisationRow } from '@chorus/db/stores/organisations'
import { faultLine } from '../csv/fault-list.ts'
import { importOrganisation } from '../organisation/import-organisation.ts'
import { chosenOrganisation } from './chosen-organisation.ts'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'
import { withInstallation } from './with-installation.ts'

type Options = { organisation?: string; units: string; people: string; name?: string; json?: boolean }

export async function importFiles(options: Options): Promise<void> {
  for (const file of [options.units, options.people])
    await access(file).catch(() => {
      throw new CommandRefused(`${file} cannot be read. Is the path right?`, 2)
    })
  await withInstallation(async ({ database: { office } }) => {
    const isFirst = (await listOrganisations(office)).length === 0
    const organisation = isFirst
      ? await createOrganisation(office, options.name ?? 'Our organisation')
      : await chosenOrganisation(office, options.organisation)
    await withinOrganisation(organisation.id, () => importInto(office, organisation, options))
  })
}

async function importInto(office: Office, organisation: OrganisationRow, options: Options): Promise<void> {
  const imported = await importOrganisation(
    office,
    organisation.id,
    {
      units: createReadStream(options.units),
      people: createReadStream(options.people),
      names: { units: basename(options.units), people: basename(options.people) },
    },
    new Date(),
  )
  if (!imported.ok) {
    const { faults, inAll } = imported.error
    const more = inAll > faults.length ? [`... and ${inAll - faults.length} more`] : []
    throw new CommandRefused([...faults.map(faultLine), ...more, 'Nothing was changed.'].join('\n'), 2)
  }
  const { units, people, joined, left, moved } = imported.value
  await recordEvent(office, organisation.id, {
    at: new Date(),
    actor: 'command line',
    action: 'organisation imported',
    subject: `${units} units, ${people} people`,
  })
  say(
    options.json ?? false,
    imported.value,
    `${organisation.name}: ${units} units, ${people} people (${joined} joined, ${left} left, ${moved} moved).`,
  )
}
