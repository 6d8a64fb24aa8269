import { recordEvent } from '@chorus/db/stores/audit-trail'
import { readMailState } from '@chorus/db/stores/mailings'
import { listWaves } from '@chorus/db/stores/waves'
import { sendRound } from '../mail/mailer.ts'
import { orderMailsOfWave } from '../mail/order-mails.ts'
import { orderSubject } from '../mail/order-subject.ts'
import { ReminderMarks } from '../mail/reminder-marks.ts'
import { openTransport } from '../mail/transport.ts'
import { installationKey } from '../vault/installation-key.ts'
import { chosenProgramme } from './chosen-programme.ts'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'
import { valueOrRefusal } from './value-or-refusal.ts'
import { withOrganisation } from './with-organisation.ts'

type Options = {
  organisation?: string
  programme?: string
  remind?: boolean
  again?: boolean
  json?: boolean
}

/** Orders the mails and sends them here and now; what is left over a running Chorus sends, or the same command with --again. */
export async function invite(options: Options): Promise<void> {
  await withOrganisation(options.organisation, async ({ settings, dataFolder, database }, organisation) => {
    const { mail, publicUrl: address } = settings
    if (mail === undefined || address === undefined)
      throw new CommandRefused(
        'No mail server is set up. Set CHORUS_SMTP_URL, CHORUS_MAIL_FROM and PUBLIC_URL, or hand out links: chorus sign-in-link --email ADDRESS',
      )
    const { office } = database
    const programme = await chosenProgramme(office, organisation.id, options.programme)
    const wave = (await listWaves(office, organisation.id, programme.id)).find((one) => one.stage === 'open')
    if (!wave) throw new CommandRefused('No wave is open. Open one: chorus open-wave --label "Spring 2026"')
    const kind = options.again ? 'refused' : options.remind ? 'reminder' : 'invitation'
    const now = new Date()
    const marks = new ReminderMarks(await installationKey(dataFolder, settings.vaultKey))
    const { people } = valueOrRefusal(await orderMailsOfWave(database, marks, wave, kind, now, 0))
    await recordEvent(office, organisation.id, {
      at: now,
      actor: 'command line',
      ...orderSubject(kind, wave.label, people),
    })
    const transport = openTransport(mail.smtpUrl, mail.from)
    const { trouble } = await sendRound({
      mailer: database.mailer,
      issuer: database.issuer,
      office: database.office,
      transport,
      marks,
      address,
      now: () => new Date(),
    })
    transport.close()
    const { left, refused } = await readMailState(office, { organisation: organisation.id, wave: wave.id })
    const waiting = left.invitation + left.reminder
    say(
      options.json ?? false,
      { wave: wave.id, people, waiting, trouble, refused },
      [
        `Mails for ${people} people; ${waiting} of them wait${trouble === null ? '' : `, because the mail server takes none (${trouble})`}.`,
        ...(waiting > 0
          ? ['A running Chorus sends what waits, by itself: also what waits for the end of quiet hours.']
          : []),
        ...refused.map(
          ({ name, email }) =>
            `Refused: ${name} <${email}>. Mend the address, import, and: chorus invite --again`,
        ),
      ].join('\n'),
    )
  })
}
