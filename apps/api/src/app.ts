import { findWaveById } from '@chorus/db/stores/waves'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import jwt from '@fastify/jwt'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify from 'fastify'
import { linkRoutes } from './access/link-routes.ts'
import { passwordRoutes } from './access/password/password-routes.ts'
import { readerByToken } from './access/personal-token.ts'
import { providerRoutes } from './access/provider/provider-routes.ts'
import { settingsRoutes } from './access/provider/settings-routes.ts'
import { accessRoutes } from './access/routes.ts'
import { cookieName, signedInBy } from './access/session-cookie.ts'
import { sessionRoutes } from './access/session-routes.ts'
import { tokenRoutes } from './access/token-routes.ts'
import { channelRoutes } from './channels/routes.ts'
import { community } from './community/index.ts'
import { concernReaderRoutes } from './concerns/reader-routes.ts'
import { concernSenderRoutes } from './concerns/sender-routes.ts'
import { trustedPersonRoutes } from './concerns/trusted-routes.ts'
import { delegationRoutes } from './delegation/routes.ts'
import { emptiness } from './first-start/emptiness.ts'
import { firstStartRoutes } from './first-start/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { separateHosts } from './http/anonymous-host.ts'
import { handleErrors } from './http/error-handler.ts'
import { apiDescription, describeApi, describeRoute } from './http/openapi.ts'
import { separateOrganisations } from './http/organisation-of-request.ts'
import { requirePermissions } from './http/permission.ts'
import { refuseCrossSiteChanges } from './http/same-origin.ts'
import { contentSecurityPolicy } from './http/security-policy.ts'
import { serveWebApp } from './http/web-app.ts'
import { type App, withZod } from './http/zod-app.ts'
import { instrumentRoutes } from './instruments/routes.ts'
import { jobRoutes } from './jobs/routes.ts'
import { bounceReporterBy, bounceRoutes } from './mail/bounce-routes.ts'
import { mailRoutes } from './mail/mail-routes.ts'
import { reminderRoutes } from './mail/reminder-routes.ts'
import { mailSettingsRoutes } from './mail/settings-routes.ts'
import { peopleRoutes } from './organisation/people-routes.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { unitRoutes } from './organisation/unit-routes.ts'
import { paperRoutes } from './paper/routes.ts'
import type { Parts } from './parts.ts'
import { pulseLimitRoutes } from './programmes/pulse-limit-routes.ts'
import { rhythmRoutes } from './programmes/rhythm-routes.ts'
import { programmeRoutes } from './programmes/routes.ts'
import { replyRoutes } from './replies/routes.ts'
import { rightsRoutes } from './rights/routes.ts'
import { programmeRuleRoutes } from './rules/programme-routes.ts'
import { ruleRoutes } from './rules/routes.ts'
import { scimConnectionRoutes } from './scim/connection-routes.ts'
import { scimCutRoutes } from './scim/cut-routes.ts'
import { scimRoutes } from './scim/routes.ts'
import { scimClientBy } from './scim/scim-token.ts'
import { setUpPreviewRoutes } from './set-up/preview-routes.ts'
import { setUpRoutes } from './set-up/routes.ts'
import { stages } from './stages/index.ts'
import { trustRoutes } from './trust/routes.ts'

/** The largest body that is not a file: a pulse's answers are some hundred bytes. */
const largestBodyBytes = 256 * 1024
/** The largest file of an import: about 300,000 people. */
const largestFileBytes = 50 * 1024 * 1024

/**
 * The whole server, ready to listen or to be asked by tests. It writes no request log: a line with a time,
 * an address and a path beside an answer would be a link to a person.
 */
export async function buildApp(parts: Parts): Promise<App> {
  const isEmpty = emptiness(parts.database.office)
  const app = withZod(
    Fastify({ logger: false, bodyLimit: largestBodyBytes, routerOptions: { ignoreTrailingSlash: true } }),
  )
  app.removeContentTypeParser('text/plain')
  handleErrors(app, parts.report)
  separateOrganisations(app, parts.database)
  await app.register(cookie)
  await app.register(jwt, { secret: parts.sessionSecret, cookie: { cookieName, signed: false } })
  await app.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(parts.anonymousHost),
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(multipart, { limits: { fileSize: largestFileBytes, files: 2, fields: 0 } })
  separateHosts(app, parts.anonymousHost)
  requirePermissions(
    app,
    (request, reply) => signedInBy(app, parts, request, reply),
    (authorization) => readerByToken(parts, authorization),
    scimClientBy(parts),
    bounceReporterBy(parts),
    isEmpty,
  )
  refuseCrossSiteChanges(app, parts.anonymousHost)
  await app.register(swagger, { openapi: apiDescription, transform: describeRoute })

  firstStartRoutes(app, parts, isEmpty)
  accessRoutes(app, parts)
  linkRoutes(app, parts)
  sessionRoutes(app, parts)
  tokenRoutes(app, parts)
  passwordRoutes(app, parts)
  providerRoutes(app, parts)
  settingsRoutes(app, parts)
  organisationRoutes(app, parts)
  peopleRoutes(app, parts)
  unitRoutes(app, parts)
  await scimRoutes(app, parts)
  scimConnectionRoutes(app, parts)
  scimCutRoutes(app, parts)
  programmeRoutes(app, parts)
  instrumentRoutes(app, parts)
  rhythmRoutes(app, parts)
  pulseLimitRoutes(app, parts)
  setUpRoutes(app, parts)
  setUpPreviewRoutes(app, parts)
  paperRoutes(app, parts)
  historyRoutes(app, parts)
  mailRoutes(app, parts)
  jobRoutes(app, parts)
  reminderRoutes(app, parts)
  mailSettingsRoutes(app, parts)
  bounceRoutes(app, parts)
  channelRoutes(app, parts)
  for (const stage of stages) stage(app, parts)
  replyRoutes(app, parts)
  concernSenderRoutes(app, parts)
  concernReaderRoutes(app, parts)
  trustedPersonRoutes(app, parts)
  for (const feature of community) feature(app, parts)
  trustRoutes(app, parts)
  ruleRoutes(app, parts)
  programmeRuleRoutes(app, parts)
  rightsRoutes(app, parts)
  delegationRoutes(app, parts)
  describeApi(app)
  await serveWebApp(app, parts.webFolder, parts.anonymousHost, async (wave) => {
    const row = await findWaveById(parts.database.urn, wave)
    return row?.stage === 'open' ? row.manifest : undefined
  })
  return app
}
