import { makeSignInLink } from '../access/sign-in-link.ts'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'
import { runningAddress } from './running-address.ts'
import { withOrganisation } from './with-organisation.ts'

type Options = { organisation?: string; email: string; hours: number; json?: boolean }

export async function signInLink(options: Options): Promise<void> {
  if (!Number.isFinite(options.hours) || options.hours <= 0)
    throw new CommandRefused('--hours needs a number above 0.', 2)
  await withOrganisation(
    options.organisation,
    async ({ settings, dataFolder, database: { office } }, organisation) => {
      const made = await makeSignInLink(office, organisation.id, options.email, {
        now: new Date(),
        hoursValid: options.hours,
        reusable: false,
      })
      if (!made.ok) throw new CommandRefused('Nobody on the roster has this e-mail address.')
      const address =
        settings.publicUrl ?? (await runningAddress(dataFolder)) ?? `http://${settings.host}:${settings.port}`
      const link = `${address}${made.value.path}`
      say(options.json ?? false, { link, name: made.value.name, hoursValid: options.hours }, link)
    },
  )
}
