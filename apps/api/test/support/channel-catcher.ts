import { createServer, type IncomingHttpHeaders } from 'node:http'

type CaughtPost = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type ChannelCatcher = {
  readonly address: string
  readonly caught: CaughtPost[]
  /** What the next posts are answered with; a 3xx leads to `/elsewhere`. Null: no answer comes. */
  status: number | null
  stop(): Promise<void>
}

/** A real HTTP server on a port of its own, which keeps what it is sent. */
export async function catchPosts(): Promise<ChannelCatcher> {
  const catcher = { caught: [] as CaughtPost[], status: 200 as number | null }
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      catcher.caught.push({ path: request.url ?? '', headers: request.headers, body })
      if (catcher.status === null) return
      reply.writeHead(catcher.status, { location: '/elsewhere' }).end('an answer that nobody keeps')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the catcher listens on no port')
  return Object.assign(catcher, {
    address: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}
