import { open, readFile } from 'node:fs/promises'
import { listOpenWaves } from '@chorus/db/stores/waves'
import { z } from 'zod'
import { keysFit } from '../vault/keys-fit.ts'
import { secretsShape, writtenSecrets } from '../vault/vault.ts'
import { CommandRefused } from './command-refused.ts'
import type { Installation } from './installation.ts'
import { say } from './output.ts'
import { withInstallation } from './with-installation.ts'

const copyShape = z.object({
  format: z.literal('chorus-vault-copy/1'),
  waves: z.record(z.uuid(), secretsShape),
})

/**
 * Writes the keys of the open waves to a file that only this account can read, for somebody else to keep. All five keys of
 * a wave go with it: a close needs more than the one that opens boxes.
 */
export async function copyVault(options: { to: string; json?: boolean }): Promise<void> {
  await withInstallation(async ({ database, vault }) => {
    const waves: Record<string, ReturnType<typeof writtenSecrets>> = {}
    for (const { id, label } of await listOpenWaves(database.office)) {
      const secrets = await vault.read(id)
      if (secrets === null)
        throw new CommandRefused(`The vault holds no keys of "${label}". Put them back: chorus vault restore`)
      waves[id] = writtenSecrets(secrets)
    }
    const ids = Object.keys(waves)
    if (ids.length === 0) throw new CommandRefused('No wave is open, so there are no keys to copy.')
    await writeNew(options.to, `${JSON.stringify({ format: 'chorus-vault-copy/1', waves })}\n`)
    say(
      options.json ?? false,
      { waves: ids, file: options.to },
      `The keys of ${ids.length} open wave(s) are in ${options.to}. Whoever holds this file and the database can open the answers: keep it apart, and destroy it when the wave is closed.`,
    )
  })
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

async function putBack(
  { database, vault }: Installation,
  copy: z.infer<typeof copyShape>,
): Promise<readonly string[]> {
  const restored: string[] = []
  const present = new Set(await vault.list())
  for (const wave of await listOpenWaves(database.office)) {
    const secrets = copy.waves[wave.id]
    if (secrets === undefined || present.has(wave.id)) continue
    if (!keysFit(secrets, wave))
      throw new CommandRefused(`The keys in the file are not those that "${wave.label}" was opened with.`, 2)
    await vault.store(wave.id, secrets)
    restored.push(wave.id)
  }
  return restored
}

async function readCopy(file: string): Promise<z.infer<typeof copyShape>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(`${file} cannot be read (${error.code}).`, 2)
  })
  try {
    return copyShape.parse(JSON.parse(text))
  } catch {
    throw new CommandRefused(`${file} is not a copy that "chorus vault copy" made.`, 2)
  }
}

async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(
      error.code === 'EEXIST'
        ? `${file} is there already; it is not overwritten.`
        : `${file} cannot be written (${error.code}).`,
      2,
    )
  })
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
