import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { createOrganisation, listOrganisations } from '@chorus/db/stores/organisations'
import { faultLine } from '../csv/fault-list.ts'
import { importOrganisation } from '../organisation/import-organisation.ts'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'
import { withInstallation } from './with-installation.ts'

type Options = { units: string; people: string; name?: string; json?: boolean }

export async function importFiles(options: Options): Promise<void> {
  for (const file of [options.units, options.people])
    await access(file).catch(() => {
      throw new CommandRefused(`${file} cannot be read. Is the path right?`, 2)
    })
  await withInstallation(async ({ database: { office } }) => {
    const [existing] = await listOrganisations(office)
    const organisation = existing ?? (await createOrganisation(office, options.name ?? 'Our organisation'))
    const imported = await importOrganisation(office, organisation.id, {
      units: createReadStream(options.units),
      people: createReadStream(options.people),
      names: { units: basename(options.units), people: basename(options.people) },
    })
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
  })
}
