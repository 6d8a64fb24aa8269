import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listReleases } from '@chorus/db/stores/releases'
import { unitBreaks } from '../access/unit-breaks.ts'
import { unitChangesOf } from '../access/unit-past.ts'
import { summaryCsvOf } from '../stages/report/export-summary.ts'
import { chosenProgramme } from './chosen-programme.ts'
import { valueOrRefusal } from './value-or-refusal.ts'
import { withOrganisation } from './with-organisation.ts'

type Options = { organisation?: string; out: string; programme?: string }

/** The file appears whole or not at all. */
export async function exportSummary(options: Options): Promise<void> {
  await withOrganisation(options.organisation, async ({ database: { office, reporter } }, organisation) => {
    const programme = await chosenProgramme(office, organisation.id, options.programme)
    const headers = await listReleases(reporter, organisation.id, programme.id)
    if (headers.length === 0) valueOrRefusal({ ok: false, error: { code: 'no-release-yet' } })
    const breaks = unitBreaks(headers, await unitChangesOf(office, organisation.id))
    const csv = summaryCsvOf(reporter, { headers, visible: null, breaks })
    if (options.out === '-') await pipeline(csv, process.stdout, { end: false })
    else {
      const part = `${options.out}.part`
      try {
        await pipeline(csv, createWriteStream(part))
        await rename(part, options.out)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    }
    await recordEvent(office, organisation.id, {
      at: new Date(),
      actor: 'command line',
      action: 'summary exported',
      subject: `${headers.length} waves`,
    })
  })
}
