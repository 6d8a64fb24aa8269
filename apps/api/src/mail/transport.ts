import { err, ok, type Result } from '@chorus/basics/result'
import nodemailer from 'nodemailer'
import type { Message } from './message.ts'
import { mustBeEncrypted } from './must-be-encrypted.ts'
import { type SendFault, sendFaultOf } from './send-fault.ts'

/** How mails leave: to one mail server, several at a time. */
export type Transport = {
  send(message: Message): Promise<Result<void, SendFault>>
  /** Whether the server would take a mail now. */
  reach(): Promise<Result<void, SendFault>>
  close(): void
}

/** How many mails are on their way at a time. After a crash as many may come twice. */
export const lanes = 4
const patienceMilliseconds = 30_000

/**
 * @param url smtp:// or smtps://, with name and password in front of the host
 * @param from "Chorus <chorus@example.org>", or an address alone
 */
export function openTransport(url: string, from: string): Transport {
  const server = nodemailer.createTransport({
    url,
    pool: true,
    requireTLS: mustBeEncrypted(url),
    // One more than lanes: for the link that somebody has just asked for.
    maxConnections: lanes + 1,
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
    // Nothing of a mail may come from a file or another server.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html, language, unsubscribe }) {
      try {
        await server.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': language,
            ...(unsubscribe === undefined
              ? {}
              : {
                  'List-Unsubscribe': `<${unsubscribe}>`,
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }),
          },
        })
        return ok(undefined)
      } catch (error) {
        return err(sendFaultOf(error))
      }
    },
    async reach() {
      try {
        await server.verify()
        return ok(undefined)
      } catch (error) {
        return err(sendFaultOf(error))
      }
    },
    close: () => server.close(),
  }
}
