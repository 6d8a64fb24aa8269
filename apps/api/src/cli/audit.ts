import { snapshotJson } from '@chorus/anonymity/snapshot'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listReleases, readReleasedWave } from '@chorus/db/stores/releases'
import { writeOutputs } from '../summarize/outputs.ts'
import { valueOrRefusal } from './value-or-refusal.ts'
import { withOrganisation } from './with-organisation.ts'

/**
 * Everything that anybody can see of the organisation, of all programmes, as one document that attackers read. It is read
 * with the rights of reports, wave by wave; the file appears whole or not at all.
 */
export async function audit(options: { organisation?: string; snapshot: string }): Promise<void> {
  await withOrganisation(options.organisation, async ({ database: { office, reporter } }, organisation) => {
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
    await writeOutputs(
      [{ path: options.snapshot, content: () => snapshotJson(newest, waves) }],
      process.stdout,
    )
    await recordEvent(office, organisation.id, {
      at: new Date(),
      actor: 'command line',
      action: 'snapshot exported',
      subject: `${headers.length} waves`,
    })
  })
}
