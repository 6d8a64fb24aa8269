import { createTransport } from 'nodemailer'
import type { Message } from '../../src/mail/message.ts'

/** Sends one mail again and again with nothing around it: the reference for what sending costs. */
export async function bareMails(
  url: string,
  from: string,
  { to, subject, text, html }: Message,
  { connections, mails }: { readonly connections: number; readonly mails: number },
): Promise<void> {
  const server = createTransport({ url, pool: true, maxConnections: connections })
  let left = mails
  async function lane(): Promise<void> {
    while (left-- > 0) await server.sendMail({ from, to, subject, text, html })
  }
  await Promise.all(Array.from({ length: connections }, lane))
  server.close()
}
