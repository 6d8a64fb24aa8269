import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { AnonymousHost } from './anonymous-host.ts'
import { sendProblem } from './error-handler.ts'
import { ProblemError } from './problem.ts'
import { type FindManifest, surveyPage } from './survey-page.ts'
import type { App } from './zod-app.ts'

/** Paths that programs call: what is not there is a problem document, never a page. */
const apiPaths = /^\/(api|w|u)(\/|$)/

const publicPage = { config: { permission: 'everybody' as const }, schema: { hide: true } }

/**
 * Serves the built pages, each file by a route of its own, so that nothing is public by accident.
 * Every other path that is no file and no API is a page of the app. Pages are read once: they say where answers are sent.
 */
export async function serveWebApp(
  app: App,
  webFolder: string | null,
  anonymous: AnonymousHost | null,
  findManifest: FindManifest,
): Promise<void> {
  const pages = webFolder === null ? new Map<string, string>() : pagesIn(webFolder, anonymous)
  if (webFolder !== null) {
    await app.register(fastifyStatic, { root: webFolder, serve: false, preCompressed: true })
    for (const file of filesBelow(webFolder).filter(isServed))
      app.get(`/${file}`, publicPage, (_request, reply) => {
        if (pages.has(file)) return sendPage(reply, pages.get(file))
        // The name of a built asset changes with its content.
        const forever = file.startsWith('assets/')
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
        return reply.sendFile(file, { cacheControl: false })
      })
  }

  const sendSurvey = await surveyPage(webFolder ?? '', pages.get('answer.html'), findManifest)
  app.get<{ Params: { wave: string } }>('/answer/:wave', publicPage, async (request, reply) => {
    const sent = await sendSurvey(request, reply, request.params.wave)
    return sent ? reply : sendPage(reply, pages.get('answer.html'))
  })

  // Kept nowhere: the next person at a shared device gets a page of the own.
  app.get('/kiosk/:wave', publicPage, (_request, reply) =>
    sendPage(reply, pages.get('kiosk.html'), 'no-store'),
  )

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const wantsPage = request.method === 'GET' && !apiPaths.test(path) && !/\.[a-z0-9]+$/i.test(path)
    if (!wantsPage) return sendProblem(reply, new ProblemError('not-found'))
    return sendPage(reply, pages.get('index.html'))
  })
}

function sendPage(reply: FastifyReply, page: string | undefined, cacheControl = 'no-cache'): FastifyReply {
  if (page === undefined) return sendProblem(reply, new ProblemError('not-found'))
  return reply.header('cache-control', cacheControl).type('text/html; charset=utf-8').send(page)
}

function pagesIn(webFolder: string, anonymous: AnonymousHost | null): Map<string, string> {
  return new Map(
    filesBelow(webFolder)
      .filter((file) => /^[^/]+\.html$/.test(file))
      .map((file) => [file, telling(readFileSync(join(webFolder, file), 'utf8'), anonymous)]),
  )
}

/** The page with the anonymous host in its head, where the client looks for it. */
function telling(page: string, anonymous: AnonymousHost | null): string {
  if (anonymous === null) return page
  const told = page.replace(
    '<head>',
    `<head>\n    <meta name="chorus-anonymous-origin" content="${anonymous.origin}" />`,
  )
  if (told === page) throw new Error('a page without a head cannot be told where answers are sent')
  return told
}

/**
 * `app.js.br` is sent in the place of `app.js`, to browsers that can read it, and has no address of its own; nor has what the server
 * draws pages with.
 */
function isServed(file: string): boolean {
  return !/\.(js|css)\.(br|gz)$/.test(file) && !file.startsWith('server/')
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
