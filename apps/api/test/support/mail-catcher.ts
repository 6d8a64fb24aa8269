import { SMTPServer } from 'smtp-server'

/** A mail as it came over the wire. */
type CaughtMail = { readonly to: string; readonly raw: string }

export type MailCatcher = {
  readonly url: string
  readonly caught: CaughtMail[]
  /** What the server says to an address: nothing when it takes the mail, else a status. Tests set it. */
  refuse: (address: string) => number | null
  /** Called with each mail before the server says that it took it. */
  onMail: (mail: CaughtMail) => Promise<void>
  stop(): Promise<void>
}

/** A real mail server on a port of its own, which keeps what it gets in memory. */
export async function catchMails(): Promise<MailCatcher> {
  const catcher = {
    caught: [] as CaughtMail[],
    refuse: (_address: string): number | null => null,
    onMail: async (_mail: CaughtMail) => {},
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(address, _session, done) {
      const status = catcher.refuse(address.address)
      if (status === null) return done()
      done(Object.assign(new Error('not taken'), { responseCode: status }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const mail = { to, raw: Buffer.concat(chunks).toString('utf8') }
        catcher.onMail(mail).then(() => {
          catcher.caught.push(mail)
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the catcher listens on no port')
  return Object.assign(catcher, {
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}
