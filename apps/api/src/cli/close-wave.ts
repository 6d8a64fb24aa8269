import type { AuditAction } from '@chorus/contracts/trust'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { countCopiesLeft } from '@chorus/db/stores/vault-copies'
import { findWave, listWaves } from '@chorus/db/stores/waves'
import { ReminderMarks } from '../mail/reminder-marks.ts'
import { publishRelease } from '../stages/publish/publish-release.ts'
import { tellOfResults } from '../stages/publish/tell-of-results.ts'
import { closedSubject } from '../stages/seal/closed-subject.ts'
import { sealWave } from '../stages/seal/seal-wave.ts'
import { installationKey } from '../vault/installation-key.ts'
import { chosenProgramme } from './chosen-programme.ts'
import { CommandRefused } from './command-refused.ts'
import { say, warn } from './output.ts'
import { valueOrRefusal } from './value-or-refusal.ts'
import { withOrganisation } from './with-organisation.ts'

type Options = { organisation?: string; programme?: string; publish: boolean; json?: boolean }

/** Also finishes a close that was interrupted: a sealed wave is published. */
export async function closeWave(options: Options): Promise<void> {
  await withOrganisation(
    options.organisation,
    async ({ settings, dataFolder, database, vault }, organisation) => {
      const { office } = database
      const programme = await chosenProgramme(office, organisation.id, options.programme)
      const wave = (await listWaves(office, organisation.id, programme.id)).find(
        (one) => one.stage !== 'published',
      )
      if (!wave) throw new CommandRefused('No wave is open. Open one: chorus open-wave --label "Spring 2026"')
      const record = (action: AuditAction, subject = wave.label) =>
        recordEvent(office, organisation.id, {
          at: new Date(),
          actor: 'command line',
          action,
          subject,
        })
      const key = { organisation: organisation.id, wave: wave.id }
      valueOrRefusal(await sealWave({ database, vault }, key, new Date()))
      const sealed = await findWave(office, organisation.id, wave.id)
      await record('wave closed', closedSubject(sealed ?? wave))
      if (options.publish && sealed) {
        valueOrRefusal(await publishRelease(database, sealed, { tellFrom: new Date() }))
        await record('wave published')
        const published = await findWave(office, organisation.id, wave.id)
        const marks =
          settings.mail === undefined
            ? null
            : new ReminderMarks(await installationKey(dataFolder, settings.vaultKey))
        if (published) await tellOfResults({ database, marks }, published, 'command line', new Date())
      }
      const copies = await countCopiesLeft(office, wave)
      if (copies > 0)
        warn(
          `Copies of the keys of "${wave.label}" that are not destroyed yet: ${copies}. With one of them, old boxes can still be opened. Destroy each: chorus vault destroy-copy FILE`,
        )
      const stage = options.publish ? 'published' : 'sealed'
      say(options.json ?? false, { wave: wave.id, stage }, `"${wave.label}" is ${stage}.`)
    },
  )
}
