import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { catchMails } from '../apps/api/test/support/mail-catcher.ts'

/**
 * 100,000 people are invited to a wave: ordering for all of them, then sending by SMTP to a catcher on loopback, in a process of its own, beside a bare
 * nodemailer loop with the same words and as many connections. Sending ends after 20,000 mails or 90 seconds, whichever comes first, and says so. The
 * catcher runs in this process and forgets what it gets.
 */
export async function benchInvite(): Promise<void> {
  const catcher = await catchMails()
  catcher.onMail = async () => {
    catcher.caught.length = 0
  }
  try {
    const child = fork(fileURLToPath(new URL('invite-child.ts', import.meta.url)), [catcher.url], {
      execArgv: process.execArgv,
    })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`the measuring process ended with ${code}`)
  } finally {
    await catcher.stop()
  }
}
