import { randomBytes } from 'node:crypto'
import type { Office } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { recordCopyMade } from '@chorus/db/stores/vault-copies'
import { listOpenWaves, type WaveRow } from '@chorus/db/stores/waves'
import { forEachOrganisation } from '@chorus/db/stores/whose'
import { destroyFile } from '../vault/destroy-file.ts'
import { keysFit } from '../vault/keys-fit.ts'
import { writtenSecrets } from '../vault/vault.ts'
import { CommandRefused } from './command-refused.ts'
import type { Installation } from './installation.ts'
import { say, warn } from './output.ts'
import { readCopy, type VaultCopy, writeCopy } from './vault-copy-file.ts'
import { withInstallation } from './with-installation.ts'

/**
 * Writes the keys of the open waves to a file that only this account can read, for somebody else to keep. All five keys of
 * a wave go with it: a close needs more than the one that opens boxes.
 */
export async function copyVault(options: { to: string; json?: boolean }): Promise<void> {
  await withInstallation(async ({ database: { office }, vault }) => {
    const open = await openWavesOfAll(office)
    const waves: Record<string, ReturnType<typeof writtenSecrets>> = {}
    for (const { id, label } of open) {
      const secrets = await vault.read(id)
      if (secrets === null)
        throw new CommandRefused(`The vault holds no keys of "${label}". Put them back: chorus vault restore`)
      waves[id] = writtenSecrets(secrets)
    }
    if (open.length === 0) throw new CommandRefused('No wave is open, so there are no keys to copy.')
    const copy = randomBytes(4).toString('hex')
    await writeCopy(options.to, copy, waves)
    try {
      for (const wave of open)
        await withinOrganisation(wave.organisation, () => recordCopyMade(office, wave, copy, new Date()))
    } catch (error) {
      // A copy that the audit trail does not know of is one that nobody is reminded of.
      await destroyFile(options.to)
      throw error
    }
    say(
      options.json ?? false,
      { waves: open.map(({ id }) => id), file: options.to, copy },
      `The keys of ${open.length} open wave(s) are in ${options.to}.`,
    )
    warn(whatThenToDo(options.to, open))
  })
}

/** One vault holds the keys of all organisations. */
async function openWavesOfAll(office: Office): Promise<WaveRow[]> {
  return (await forEachOrganisation(office, (id) => listOpenWaves(office, id))).flat()
}

function whatThenToDo(file: string, open: readonly WaveRow[]): string {
  return [
    'Whoever holds this file and the database can open the answers, also after the close: closing destroys the keys in the vault, not in copies.',
    ...open.map(({ label, closesAt }) => `  "${label}" closes at ${closesAt.toISOString()}.`),
    `Keep the file apart from the database and its backups. When ${open.length > 1 ? 'all of them are' : 'it is'} closed: chorus vault destroy-copy ${file}`,
  ].join('\n')
}

/** Puts the keys of open waves back that the vault has lost; keys that are there are left alone. */
export async function restoreVault(options: { from: string; json?: boolean }): Promise<void> {
  const copy = await readCopy(options.from)
  await withInstallation(async (installation) => {
    const restored = await putBack(installation, copy)
    say(
      options.json ?? false,
      { restored },
      restored.length === 0
        ? 'Nothing was missing: the vault is as it was.'
        : `The keys of ${restored.length} open wave(s) are back in the vault.`,
    )
  })
}

async function putBack({ database, vault }: Installation, copy: VaultCopy): Promise<readonly string[]> {
  const restored: string[] = []
  const present = new Set(await vault.list())
  for (const wave of await openWavesOfAll(database.office)) {
    const secrets = copy.waves[wave.id]
    if (secrets === undefined || present.has(wave.id)) continue
    if (!keysFit(secrets, wave))
      throw new CommandRefused(`The keys in the file are not those that "${wave.label}" was opened with.`, 2)
    await vault.store(wave.id, secrets)
    restored.push(wave.id)
  }
  return restored
}
