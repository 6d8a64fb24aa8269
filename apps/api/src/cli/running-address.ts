import { acquireInstanceLock } from '@chorus/db/embedded/instance-lock'

/** Where the Chorus of this data folder is reached; undefined when none runs, or it does not say so yet. */
export async function runningAddress(dataFolder: string): Promise<string | undefined> {
  const lock = await acquireInstanceLock(dataFolder)
  if (!lock.ok) return lock.error.address
  lock.value.release()
  return undefined
}
