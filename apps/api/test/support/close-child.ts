import { openDatabase } from '@chorus/db/database'
import { sealWave } from '../../src/stages/seal/seal-wave.ts'
import { folderVault } from '../../src/vault/folder-vault.ts'

/**
 * Closes a wave in a process of its own: `close-child.ts URL VAULT ORGANISATION WAVE MOMENT`. At the named moment it says so to its
 * parent and waits there, to be killed.
 */
const [url = '', folder = '', organisation = '', wave = '', stopAt = ''] = process.argv.slice(2)
const database = openDatabase(url, { organisation })
await sealWave(
  { database, vault: folderVault(folder) },
  { organisation, wave },
  new Date(),
  async (moment) => {
    if (moment !== stopAt) return
    process.send?.(moment)
    await new Promise((resolve) => setTimeout(resolve, 600_000))
  },
)
await database.close()
process.disconnect?.()
