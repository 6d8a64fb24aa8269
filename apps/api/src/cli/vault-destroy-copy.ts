import { lstat } from 'node:fs/promises'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { recordCopyDestroyed } from '@chorus/db/stores/vault-copies'
import { findWaveById, type WaveRow } from '@chorus/db/stores/waves'
import { organisationOfWave } from '@chorus/db/stores/whose'
import { destroyFile } from '../vault/destroy-file.ts'
import { CommandRefused } from './command-refused.ts'
import type { Installation } from './installation.ts'
import { say, warn } from './output.ts'
import { readCopy } from './vault-copy-file.ts'
import { withInstallation } from './with-installation.ts'

/** Destroys a copy of keys, once every wave in it is closed. Until then it may be the only way to the answers. */
export async function destroyCopy(file: string, options: { json?: boolean }): Promise<void> {
  const { copy, waves } = await readCopy(file)
  // What a link points at would lose its content and keep its name, and the link would be all that is gone.
  if ((await lstat(file)).isSymbolicLink())
    throw new CommandRefused(`${file} is a symbolic link. Name the file itself.`, 2)
  await withInstallation(async ({ database }) => {
    const closed: WaveRow[] = []
    for (const id of Object.keys(waves)) closed.push(await closedWave(database, id))
    await destroyFile(file)
    for (const wave of closed)
      await withinOrganisation(wave.organisation, () =>
        recordCopyDestroyed(database.office, wave, copy, new Date()),
      )
    say(
      options.json ?? false,
      { destroyed: file, waves: closed.map(({ id }) => id) },
      `${file} is overwritten and deleted.`,
    )
    warn(
      'An overwrite does not reach everything: worn flash, snapshots and backups of that disk, and copies of the file elsewhere, can still hold the keys. Destroy those by their own means.',
    )
  })
}

async function closedWave({ closer }: Installation['database'], id: string): Promise<WaveRow> {
  const organisation = await organisationOfWave(closer, id)
  const wave = organisation && (await withinOrganisation(organisation, () => findWaveById(closer, id)))
  if (!wave)
    throw new CommandRefused(
      `The copy holds the keys of wave ${id}, which this database does not know. Nothing was destroyed.`,
    )
  if (wave.stage === 'open')
    throw new CommandRefused(
      `"${wave.label}" is still open, and closing it may need this copy. It closes at ${wave.closesAt.toISOString()}, or now: chorus close-wave. Nothing was destroyed.`,
    )
  return wave
}
