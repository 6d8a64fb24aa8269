import { randomBytes } from 'node:crypto'
import { open, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Overwrites a file and removes it. That is as much as a program can do: worn flash, snapshots of the volume and copies
 * elsewhere are out of its reach.
 */
export async function destroyFile(file: string): Promise<void> {
  const { size } = await stat(file)
  const handle = await open(file, 'r+')
  try {
    await handle.write(randomBytes(size), 0, size, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await unlink(file)
  await settle(dirname(file))
}

/** A new or removed name is on the disk only when its folder is. */
export async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
