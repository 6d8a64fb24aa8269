import { policyInput } from '@chorus/contracts/policy'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { createProgramme, listProgrammes } from '@chorus/db/stores/programmes'
import { defaultInstrument } from '@chorus/instruments/default-instrument'
import { openWave } from '../stages/collect/open-wave.ts'
import { chosenProgramme } from './chosen-programme.ts'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'
import { valueOrRefusal } from './value-or-refusal.ts'
import { withOrganisation } from './with-organisation.ts'

type Options = { organisation?: string; label: string; days: number; programme?: string; json?: boolean }

export async function openNextWave(options: Options): Promise<void> {
  if (!Number.isFinite(options.days) || options.days <= 0)
    throw new CommandRefused('--days needs a number above 0.', 2)
  await withOrganisation(options.organisation, async ({ database: { office }, vault }, organisation) => {
    const none = (await listProgrammes(office, organisation.id)).length === 0
    const programme = none
      ? await createProgramme(office, organisation.id, {
          name: options.programme ?? 'Team pulse',
          instrument: defaultInstrument,
          policy: policyInput.parse({}),
        })
      : await chosenProgramme(office, organisation.id, options.programme)
    const now = new Date()
    const closes = new Date(now.getTime() + options.days * 24 * 3_600_000).toISOString()
    const opened = valueOrRefusal(
      await openWave({ office, vault }, programme, { label: options.label, closes }, now),
    )
    await recordEvent(office, organisation.id, {
      at: now,
      actor: 'command line',
      action: 'wave opened',
      subject: `${programme.name}, ${options.label}`,
    })
    say(
      options.json ?? false,
      { wave: opened.id, fingerprint: opened.fingerprint, closes },
      `"${options.label}" is open until ${closes}.\nFingerprint: ${opened.fingerprint}`,
    )
  })
}
