import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import { sendProblem } from './error-handler.ts'
import { ProblemError } from './problem.ts'
import type { App } from './zod-app.ts'

/** Paths that programs call: what is not there is a problem document, never a page. */
const apiPaths = /^\/(api|w|u)(\/|$)/

/** Serves the built pages. Every path that is no file and no API is a page of the app. */
export async function serveWebApp(app: App, webFolder: string | null): Promise<void> {
  if (webFolder !== null)
    await app.register(fastifyStatic, {
      root: webFolder,
      wildcard: false,
      index: false,
      setHeaders: (reply, path) => {
        if (path.startsWith(join(webFolder, 'assets')))
          reply.header('cache-control', 'public, max-age=31536000, immutable')
        else reply.header('cache-control', 'no-cache')
      },
    })

  app.get(
    '/answer/:wave',
    { config: { permission: 'everybody' }, schema: { hide: true } },
    (_request, reply) => sendPage(reply, webFolder, 'answer.html'),
  )

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const wantsPage = request.method === 'GET' && !apiPaths.test(path) && !/\.[a-z0-9]+$/i.test(path)
    if (!wantsPage || webFolder === null) return sendProblem(reply, new ProblemError('not-found'))
    return sendPage(reply, webFolder, 'index.html')
  })
}

function sendPage(reply: FastifyReply, webFolder: string | null, file: string): FastifyReply {
  if (webFolder === null) return sendProblem(reply, new ProblemError('not-found'))
  return reply.sendFile(file)
}
