import { demoOrganisationName } from '../demo/fill-demo.ts'
import { fillDemoWhenEmpty } from '../demo/fill-when-empty.ts'
import { installationKey } from '../vault/installation-key.ts'
import { SealedTexts } from '../vault/sealed-texts.ts'
import { CommandRefused } from './command-refused.ts'
import { progressLine, say } from './output.ts'
import { withInstallation } from './with-installation.ts'

export async function demo(options: { json?: boolean }): Promise<void> {
  await withInstallation(async (installation) => {
    const progress = progressLine('Filling the demo organisation, about a minute')
    const { dataFolder, settings } = installation
    const secrets = new SealedTexts(await installationKey(dataFolder, settings.vaultKey))
    const filled = await fillDemoWhenEmpty({ ...installation, secrets }, progress.show)
    progress.end()
    if (!filled)
      throw new CommandRefused(
        'There is an organisation already; the demo goes only into an empty installation. Choose another data folder with CHORUS_DATA.',
      )
    say(options.json ?? false, { organisation: demoOrganisationName }, `${demoOrganisationName} is ready.`)
  })
}
