import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import { sendProblem } from './error-handler.ts'
import { ProblemError } from './problem.ts'
import type { App } from './zod-app.ts'

/** Paths that programs call: what is not there is a problem document, never a page. */
const apiPaths = /^\/(api|w|u)(\/|$)/

const publicPage = { config: { permission: 'everybody' as const }, schema: { hide: true } }

/**
 * Serves the built pages, each file by a route of its own, so that nothing is public by accident.
 * Every other path that is no file and no API is a page of the app.
 */
export async function serveWebApp(app: App, webFolder: string | null): Promise<void> {
  if (webFolder !== null) {
    await app.register(fastifyStatic, { root: webFolder, serve: false })
    for (const file of filesBelow(webFolder))
      app.get(`/${file}`, publicPage, (_request, reply) => {
        // The name of a built asset changes with its content.
        const forever = file.startsWith('assets/')
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
        return reply.sendFile(file, { cacheControl: false })
      })
  }

  app.get('/answer/:wave', publicPage, (_request, reply) => sendPage(reply, webFolder, 'answer.html'))

  // Kept nowhere: the next person at a shared device gets a page of the own.
  app.get('/kiosk/:wave', publicPage, (_request, reply) =>
    sendPage(reply, webFolder, 'kiosk.html', 'no-store'),
  )

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const wantsPage = request.method === 'GET' && !apiPaths.test(path) && !/\.[a-z0-9]+$/i.test(path)
    if (!wantsPage) return sendProblem(reply, new ProblemError('not-found'))
    return sendPage(reply, webFolder, 'index.html')
  })
}

function sendPage(
  reply: FastifyReply,
  webFolder: string | null,
  file: string,
  cacheControl = 'no-cache',
): FastifyReply {
  if (webFolder === null) return sendProblem(reply, new ProblemError('not-found'))
  return reply.header('cache-control', cacheControl).sendFile(file, { cacheControl: false })
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
}
