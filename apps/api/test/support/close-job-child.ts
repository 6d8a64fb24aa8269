import { randomBytes } from 'node:crypto'
import { openDatabase } from '@chorus/db/database'
import { workOnce } from '../../src/jobs/worker.ts'
import { ReminderMarks } from '../../src/mail/reminder-marks.ts'
import { folderVault } from '../../src/vault/folder-vault.ts'

/**
 * Works in a process of its own: `close-job-child.ts URL VAULT NOW MOMENT`. At the named moment of a close it says so to its parent and waits
 * there, to be killed.
 */
const [url = '', folder = '', now = '', stopAt = ''] = process.argv.slice(2)

await workOnce({
  database: openDatabase(url),
  vault: folderVault(folder),
  marks: new ReminderMarks(randomBytes(32)),
  mail: null,
  now: () => new Date(now),
  report: (line) => console.error(line),
  at: async (moment) => {
    if (moment !== stopAt) return
    process.send?.(moment)
    await new Promise((resolve) => setTimeout(resolve, 600_000))
  },
})
