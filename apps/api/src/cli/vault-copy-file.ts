import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { secretsShape, type writtenSecrets } from '../vault/vault.ts'
import { CommandRefused } from './command-refused.ts'

/** The keys of some waves, by the ids of the waves. `copy` is a random name that the audit trail knows the copy by. */
const copyShape = z.object({
  format: z.literal('chorus-vault-copy/1'),
  copy: z.string().default('without a name'),
  waves: z.record(z.uuid(), secretsShape),
})
export type VaultCopy = z.infer<typeof copyShape>

/** @throws CommandRefused when it is no such copy */
export async function readCopy(file: string): Promise<VaultCopy> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(`${file} cannot be read (${error.code}).`, 2)
  })
  try {
    return copyShape.parse(JSON.parse(text))
  } catch {
    throw new CommandRefused(`${file} is not a copy that "chorus vault copy" made.`, 2)
  }
}

/** A new file (0600), on the disk when it returns. @throws CommandRefused when there is one already */
export async function writeCopy(
  file: string,
  copy: string,
  waves: Readonly<Record<string, ReturnType<typeof writtenSecrets>>>,
): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(
      error.code === 'EEXIST'
        ? `${file} is there already; it is not overwritten.`
        : `${file} cannot be written (${error.code}).`,
      2,
    )
  })
  try {
    await handle.writeFile(`${JSON.stringify({ format: 'chorus-vault-copy/1', copy, waves })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
