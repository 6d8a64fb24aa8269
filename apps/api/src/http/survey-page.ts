import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { waveId } from '@chorus/contracts/ids'
import { type Locale, languages } from '@chorus/contracts/locale'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The manifest's JSON of an open wave; undefined for any other. */
export type FindManifest = (wave: string) => Promise<string | undefined>

/** What the pages are built with for the server: `apps/web/src/features/answer/serve-first-page.tsx`. */
type Drawing = {
  languageFor: (asked: string) => Locale
  renderFirstPage: (canonical: string, lang: Locale) => Promise<string>
}

type Drawn = { html: string; zipped: Buffer; etag: string }

/** Pages that are kept: an open wave has one for each language. */
const mostKept = 200

/**
 * The survey page with the statements of its wave in it, so that they can be answered before any script has come. Drawn from the manifest
 * and the browser's language alone: the same bytes for everybody, whoever is signed in.
 * @returns sends it; false where there is none, and the script alone has to say why
 */
export async function surveyPage(webFolder: string, shell: string | undefined, findManifest: FindManifest) {
  const drawing = await loadDrawing(webFolder)
  const kept = new Map<string, Drawn>()

  async function drawn(wave: string, asked: string): Promise<Drawn | undefined> {
    if (shell === undefined || !drawing || !waveId.safeParse(wave).success) return undefined
    const canonical = await findManifest(wave)
    if (canonical === undefined) return undefined
    const lang = drawing.languageFor(asked)
    const key = `${wave} ${lang}`
    const found = kept.get(key)
    if (found) return found
    const page = compressed(filled(shell, lang, await drawing.renderFirstPage(canonical, lang)))
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, page)
    return page
  }

  return async (request: FastifyRequest, reply: FastifyReply, wave: string): Promise<boolean> => {
    const page = await drawn(wave, request.headers['accept-language'] ?? '')
    if (!page) return false
    reply
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language, accept-encoding')
      .header('etag', page.etag)
      .type('text/html; charset=utf-8')
    if (request.headers['if-none-match'] === page.etag) reply.code(304).send()
    else if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
      reply.header('content-encoding', 'gzip').send(page.zipped)
    else reply.send(page.html)
    return true
  }
}

/** @param webFolder the built web app; undefined where it was not built */
export async function loadDrawing(webFolder: string): Promise<Drawing | undefined> {
  const file = join(webFolder, 'server/serve-first-page.js')
  if (!existsSync(file)) return undefined
  const built: unknown = await import(pathToFileURL(file).href)
  if (!isDrawing(built)) throw new Error('the pages were built by another version: build them anew')
  return built
}

function isDrawing(built: unknown): built is Drawing {
  return typeof built === 'object' && built !== null && 'languageFor' in built && 'renderFirstPage' in built
}

/** The survey page with the drawn statements in their place. */
export function filled(shell: string, lang: Locale, form: string): string {
  const page = shell
    .replace('<html lang="en">', () => `<html lang="${lang}" dir="${languages[lang].direction}">`)
    .replace('<div id="root"></div>', () => `<div id="root">${form}</div>`)
  if (!page.includes(form)) throw new Error('the survey page has no place for its statements')
  return page
}

function compressed(html: string): Drawn {
  const etag = `"${createHash('sha256').update(html).digest('base64url')}"`
  return { html, zipped: gzipSync(html, { level: 9 }), etag }
}
