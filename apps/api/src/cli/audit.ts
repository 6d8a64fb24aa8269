import { snapshotJson } from '@chorus/anonymity/snapshot'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listReleases, readReleasedWave } from '@chorus/db/stores/releases'
import { writeOutputs } from '../summarize/outputs.ts'
import { checkTrailFile, checkTrailOfDatabase } from './audit-trail.ts'
import { CommandRefused } from './command-refused.ts'
import { valueOrRefusal } from './value-or-refusal.ts'
import { withOrganisation } from './with-organisation.ts'

type Options = {
  organisation?: string
  snapshot?: string
  trail?: boolean
  trailFile?: string
  head?: string
  json?: boolean
}

/** One of three things, each for somebody who does not take the installation's word for it. */
export async function audit(options: Options): Promise<void> {
  const { snapshot, trail, trailFile } = options
  const asked = [snapshot, trail, trailFile].filter((one) => one !== undefined)
  if (asked.length !== 1)
    throw new CommandRefused('Say one of --snapshot FILE, --trail and --trail-file FILE.', 2)
  if (trailFile !== undefined) return checkTrailFile(trailFile, options)
  if (snapshot === undefined) return checkTrailOfDatabase(options)
  return writeSnapshot(snapshot, options.organisation)
}

/**
 * Everything that anybody can see of the organisation, of all programmes, as one document that attackers read. It is read
 * with the rights of reports, wave by wave; the file appears whole or not at all.
 */
async function writeSnapshot(path: string, nameOrId: string | undefined): Promise<void> {
  await withOrganisation(nameOrId, async ({ database: { office, reporter } }, organisation) => {
    const headers = await listReleases(reporter, organisation.id)
    const newest = headers.at(-1)
    if (!newest) return valueOrRefusal({ ok: false, error: { code: 'no-release-yet' } })
    const waves = headers.map((header) => ({
      id: header.wave,
      instrument: header.instrument,
      policy: header.policy,
      units: header.units,
      read: () => readReleasedWave(reporter, header),
    }))
    await writeOutputs([{ path, content: () => snapshotJson(newest, waves) }], process.stdout)
    await recordEvent(office, organisation.id, {
      at: new Date(),
      actor: 'command line',
      action: 'snapshot exported',
      subject: `${headers.length} waves`,
    })
  })
}
