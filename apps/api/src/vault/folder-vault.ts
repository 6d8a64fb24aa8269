import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { destroyFile, settle } from './destroy-file.ts'
import { type KeyStore, secretsShape, type Vault, VaultError, writtenSecrets } from './vault.ts'

/** How the text of a file is protected further; plain files are protected by their place and mode alone. */
export type Wrapping = {
  wrap(wave: string, text: string): string
  /** @throws VaultError when it was not wrapped so */
  unwrap(wave: string, text: string): string
}

const suffix = '.keys'

/** A folder of its own (mode 0700) with one file (0600) for each wave, and one inside of it for the months of concerns. */
export function folderVault(folder: string, wrapping: Wrapping = plain): Vault {
  return { ...keyFolder(folder, wrapping), concerns: keyFolder(join(folder, 'concerns'), wrapping) }
}

/** One file for each set of keys: written whole or not at all. */
function keyFolder(folder: string, wrapping: Wrapping): KeyStore {
  const fileOf = (wave: string) => {
    if (!/^[0-9a-f-]{36}$/.test(wave)) throw new VaultError('A wave has another kind of id.')
    return join(folder, wave + suffix)
  }
  return {
    async store(wave, secrets) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeWhole(folder, fileOf(wave), wrapping.wrap(wave, JSON.stringify(writtenSecrets(secrets))))
    },
    async read(wave) {
      const text = await readFile(fileOf(wave), 'utf8').catch(unlessMissing)
      if (text === null) return null
      const parsed = secretsShape.safeParse(parseJson(wrapping.unwrap(wave, text)))
      if (!parsed.success) throw new VaultError(`The vault file of wave ${wave} is damaged.`)
      return parsed.data
    },
    async destroy(wave) {
      const file = fileOf(wave)
      await destroyFile(file).catch(unlessMissing)
    },
    async list() {
      const names = (await readdir(folder).catch(unlessMissing)) ?? []
      return names.filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length))
    },
  }
}

const plain: Wrapping = { wrap: (_, text) => text, unwrap: (_, text) => text }

/** `link` instead of `rename`: it refuses where a file is already. */
async function writeWhole(folder: string, file: string, text: string): Promise<void> {
  const draft = join(folder, `.${randomBytes(8).toString('hex')}`)
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(draft, file)
  } finally {
    await rm(draft)
  }
  await settle(folder)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
